// Runs once, when the source panel is on the page. `element` is the panel, `trigger` and `watch` are Gradio's.
let opener = null;      // the link that was last followed
let byKeyboard = false; // then the panel takes the focus, and gives it back

const narrow = () => window.matchMedia('(max-width: 899px)').matches;
const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return;
  const link = target.closest('a[href*="#cite-"]');
  if (link) {
    event.preventDefault();
    byKeyboard = event.detail === 0;
    if (!element.contains(link)) opener = link;
    document.querySelectorAll('a.is-open').forEach((open) => open.classList.remove('is-open'));
    if (link.matches('.cite, .source')) link.classList.add('is-open');
    trigger('click', { key: decodeURIComponent(link.getAttribute('href').split('#cite-')[1]) });
  } else if (target.closest('button.copy')) {
    copyAnswer(target.closest('button.copy'));
  } else if (target.closest('button.back')) {
    if (opener && opener.isConnected) {
      opener.scrollIntoView({ block: 'center', behavior: calm() });
      opener.focus({ preventScroll: true });
    }
  }
});

// The answer as plain text, its sources behind it, for pasting into a paper.
function copyAnswer(button) {
  const answer = button.closest('.answer');
  const lines = [...answer.querySelectorAll(':scope > p:not(.foot), :scope > ul:not(.notes) > li')]
    .map((line) => (line.tagName === 'LI' ? '- ' : '') + line.textContent);
  const sources = [...answer.querySelectorAll('.sources li')]
    .map((row) => ['.markers', '.source-meeting', '.source-name'].map((part) => row.querySelector(part).textContent))
    .map(([markers, meeting, name]) => `${markers} ${meeting}, ${name}`);
  const text = [...lines, '', ...sources].join('\n').replace(/\u00a0/g, ' ');
  navigator.clipboard.writeText(text).then(() => {
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy with sources'; }, 2000);
  }, () => { button.textContent = 'Copying is not allowed here'; });
}

// A minute was shown: bring the clicked quote into view, or the heading where nothing is marked.
watch('value', () => {
  if (!opener) return;
  const heading = element.querySelector('.minute-heading');
  const mark = element.querySelector('mark.clicked') || element.querySelector('mark');
  if (narrow()) element.scrollIntoView({ block: 'start', behavior: calm() });
  const column = document.getElementById('source');
  if (column && column.scrollHeight > column.clientHeight) {
    const far = mark ? mark.getBoundingClientRect().bottom - column.getBoundingClientRect().bottom : 0;
    column.scrollTop = far > -40 ? column.scrollTop + far + column.clientHeight / 2 : 0;
  }
  if (byKeyboard && heading) heading.focus({ preventScroll: true });
});

// An answer is read from its question down, so that stays in view while the answer grows.
let followed = '';
function followAnswer() {
  const questions = document.querySelectorAll('#chat .user-row');
  const answers = document.querySelectorAll('#chat .answer');
  if (!questions.length || !answers.length) return;
  const state = `${questions.length} ${answers.length} ${answers[answers.length - 1].textContent.length}`;
  if (state === followed) return;
  followed = state;
  questions[questions.length - 1].scrollIntoView({ block: 'start' });
}

// Gradio labels each message with its raw text, markup and all; a plain name reads better aloud.
function nameMessages() {
  for (const message of document.querySelectorAll('#chat [data-testid="bot"], #chat [data-testid="user"]')) {
    const name = message.dataset.testid === 'bot' ? 'Answer' : 'Question';
    if (message.getAttribute('aria-label') !== name) message.setAttribute('aria-label', name);
  }
}

new MutationObserver(() => {
  nameMessages();
  followAnswer();
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label'] });
