#!/bin/sh
# The browser tests drive Debian's Chromium. Without root or apt the tests that need it skip and say so.
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing chromium for the browser tests"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium; } >/dev/null \
    || echo "chromium could not be installed: the browser tests will be skipped"
else
  echo "chromium is missing: the browser tests will be skipped (on Debian: apt-get install chromium, as root)"
fi
exit 0
