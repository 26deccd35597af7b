// What needs scripts shows itself; the theme follows the system until somebody chooses one.
'use strict';
for (const element of document.querySelectorAll('.needs-script')) { element.hidden = false; }

(() => {
  const button = document.getElementById('theme');
  const dark = () => (document.documentElement.style.colorScheme
    || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const label = () => { button.textContent = dark() ? 'Light theme' : 'Dark theme'; };
  const choose = scheme => { document.documentElement.style.colorScheme = scheme; label(); };
  try { // a file that is opened from a disk may have no storage
    choose(localStorage.getItem('etlbench-theme') || '');
  } catch { label(); }
  button.addEventListener('click', () => {
    choose(dark() ? 'light' : 'dark');
    try { localStorage.setItem('etlbench-theme', document.documentElement.style.colorScheme); } catch { /* not kept */ }
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', label);
})();

// On paper everything is open that a click would open on a screen, but for the long compose files.
(() => {
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open]):not(.compose)')];
    closed.forEach(details => { details.open = true; });
  });
  addEventListener('afterprint', () => closed.forEach(details => { details.open = false; }));
})();
