'use strict';
// Nothing here is needed. "/" goes to the box; while words are typed, how many records they would find. Neither while an
// input method composes.
(() => {
  const box = document.getElementById('q');
  const live = document.getElementById('live');
  const form = document.getElementById('search');
  if (!box || !live || !form) return;

  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target.isContentEditable;
    if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  let timer = 0;
  let asked = 0;
  const count = async () => {
    const words = box.value.trim();
    const turn = ++asked;
    if (words === '' || words === box.defaultValue.trim()) {
      live.textContent = '';
      return;
    }
    const parameters = new URLSearchParams(new FormData(form));
    parameters.set('n', '0');
    try {
      const response = await fetch('/search.json?' + parameters);
      const answer = response.ok ? await response.json() : null;
      if (turn === asked) live.textContent = answer ? `${answer.total} ${live.dataset.found}` : '';
    } catch {
      if (turn === asked) live.textContent = '';
    }
  };
  const later = (event) => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(count, 300);
  };
  box.addEventListener('input', later);
  box.addEventListener('compositionend', later);
})();
