// Which systems leave as much as a job needs.
(() => {
  const need = document.getElementById('need');
  if (!need) { return; }
  const rows = [...document.querySelectorAll('.rows.answer > li[data-left]')];
  const marks = rows.map(row => {
    const svg = row.querySelector('svg');
    const limit = svg.querySelector('.limit');
    const mark = limit.cloneNode();
    mark.setAttribute('class', 'need');
    svg.append(mark);
    return { mark, limit: parseFloat(limit.getAttribute('x1')) };
  });
  const show = () => {
    const mib = Number(need.value);
    document.getElementById('need-mib').textContent = mib + ' MiB';
    let fit = 0;
    rows.forEach((row, i) => {
      const fits = Number(row.dataset.left) >= mib && Number(row.dataset.left) > 0;
      fit += fits;
      row.classList.toggle('short', mib > 0 && !fits);
      const x = marks[i].limit * (1 - mib / 960) + '%';
      marks[i].mark.setAttribute('x1', x);
      marks[i].mark.setAttribute('x2', x);
      marks[i].mark.style.visibility = mib > 0 ? 'visible' : 'hidden';
    });
    document.getElementById('need-answer').textContent = mib === 0
      ? 'Move the slider: what cannot hold the job beside itself fades.'
      : `${fit} of ${rows.length} leave that much.`;
  };
  need.addEventListener('input', show);
  show();
})();
