// Runs behind chat.js, in the same scope. The links below an answer open a form in the panel; sending it keeps it.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href*="#judge-"]') : null;
  if (!link) return;
  event.preventDefault();
  byKeyboard = true; // the form takes the focus
  opener = link;
  trigger('click', { key: 'judge=' + link.getAttribute('href').split('#judge-')[1] });
});

element.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('form.judging')) return;
  event.preventDefault();
  const said = Object.fromEntries(new FormData(form));
  trigger('click', { key: 'judged', turn: form.dataset.turn, verdict: form.dataset.verdict, ...said });
});
