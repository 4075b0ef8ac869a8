"""The web chat. Importing it keeps Gradio from reporting to its makers or asking them for anything."""

import os

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
