// Memory over time: one view of the time axis for all charts. The values come from the lines that are drawn.
(() => {
  const section = document.getElementById('memory');
  if (!section) { return; }
  const charts = [...section.querySelectorAll('.tplot')].map(chart);
  if (!charts.length) { return; }
  const whole = Math.max(...charts.map(c => c.length));
  let view = { from: 0, to: whole };

  const text = mib => mib >= 99.95 ? mib.toLocaleString('en', { maximumFractionDigits: 0 }) : mib.toFixed(mib >= 9.995 ? 1 : 2);
  const svg = (name, attributes, content) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) { element.setAttribute(key, value); }
    if (content !== undefined) { element.textContent = content; }
    return element;
  };
  const box = (parent, name) => {
    const element = document.createElement('div');
    element.className = name;
    element.hidden = true;
    parent.append(element);
    return element;
  };

  function chart(element) {
    const lines = element.querySelector('svg.lines');
    const frame = element.querySelector('svg.frame');
    const unit = element.dataset.unit;
    return {
      element, lines, frame, length: Number(element.dataset.length), height: Number(lines.getAttribute('height')),
      box: lines.getAttribute('viewBox'), frameHtml: frame.innerHTML, log: unit === 'log',
      mib: y => unit === 'log' ? 10 ** (-y / 1000) : -y * Number(unit),
      paths: [...lines.querySelectorAll('.line')], at: null, line: 0,
    };
  }
  // [[seconds, height in units], ...] of a path, read once
  const points = path => path.points ??= (path.getAttribute('d').match(/-?\d+,-?\d+/g) ?? [])
    .map(pair => pair.split(',').map(Number)).map(([x, y]) => [x / 10, y]);
  const shown = c => c.paths.filter(path => getComputedStyle(path).display !== 'none');
  const nearest = (path, second) => {
    const all = points(path);
    let low = 0, high = all.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (all[middle][0] < second) { low = middle; } else { high = middle; }
    }
    const best = Math.abs(all[low][0] - second) <= Math.abs(all[high][0] - second) ? low : high;
    // of the two readings of a second the higher one: it is the spike that is looked for
    const near = [best - 1, best, best + 1].filter(i => all[i] && Math.abs(all[i][0] - all[best][0]) < .95);
    return near.map(i => all[i]).reduce((a, b) => b[1] < a[1] ? b : a);
  };

  // --- zoom -----------------------------------------------------------------------------------------------------
  const step = least => {
    const power = 10 ** Math.floor(Math.log10(least));
    return [1, 2, 2.5, 5, 10].find(digit => digit * power >= least * .999) * power;
  };
  function draw(c) {
    const all = view.from === 0 && view.to === whole;
    section.classList.toggle('zoomed', !all);
    if (all) {
      c.lines.setAttribute('viewBox', c.box);
      c.frame.innerHTML = c.frameHtml;
      return;
    }
    let [, top, , height] = c.box.split(' ').map(Number);
    if (!c.log) { // the memory axis fits what is in view
      const ys = shown(c).flatMap(points).filter(([s]) => s >= view.from && s <= view.to).map(([, y]) => y);
      if (ys.length) {
        const room = Math.max((Math.max(...ys) - Math.min(...ys)) * .12, 20);
        top = Math.min(...ys) - room;
        height = Math.min(0, Math.max(...ys) + room) - top;
      }
    }
    c.lines.setAttribute('viewBox', `${view.from * 10} ${top} ${(view.to - view.from) * 10} ${height}`);
    const marks = [];
    const y = mib => (c.log ? -1000 * Math.log10(mib) - top : -mib / Number(c.element.dataset.unit) - top) / height * c.height;
    const low = c.mib(top + height), high = c.mib(top);
    const ticks = [];
    if (c.log) {
      for (let p = Math.floor(Math.log10(low)); 10 ** p <= high; p++) { ticks.push(10 ** p, 3 * 10 ** p); }
    } else {
      const by = step((high - low) / 3);
      for (let i = Math.ceil(low / by); i * by <= high; i++) { ticks.push(i * by); }
    }
    for (const tick of ticks.filter(t => t >= low && t <= high)) {
      marks.push(svg('line', { class: 'grid', x1: 0, x2: '100%', y1: y(tick), y2: y(tick) }),
        svg('text', { class: 'tick', x: -8, y: y(tick) + 4, 'text-anchor': 'end' },
          tick.toLocaleString('en', { maximumFractionDigits: 2 })));
    }
    const bySecond = step((view.to - view.from) / 5);
    for (let i = Math.ceil(view.from / bySecond); i * bySecond <= view.to; i++) {
      const x = (i * bySecond - view.from) / (view.to - view.from) * 100;
      const last = (i + 1) * bySecond > view.to;
      marks.push(svg('line', { class: 'grid', x1: x + '%', x2: x + '%', y1: c.height, y2: c.height + 5 }),
        svg('text', { class: 'tick', x: x + '%', y: c.height + 18, 'text-anchor': x < 3 ? 'start' : x > 97 ? 'end' : 'middle' },
          +(i * bySecond).toFixed(2) + (last ? ' s' : '')));
    }
    c.frame.replaceChildren(...marks);
  }
  function show(from, to) {
    const length = Math.min(whole, Math.max(2, to - from));
    const start = Math.min(Math.max(0, from), whole - length);
    view = { from: start, to: start + length };
    charts.forEach(c => { draw(c); leave(c); });
  }
  const zoom = (factor, around) => {
    const length = (view.to - view.from) * factor;
    const share = (around - view.from) / (view.to - view.from);
    show(around - share * length, around + (1 - share) * length);
  };
  const commands = {
    in: () => zoom(.5, (view.from + view.to) / 2), out: () => zoom(2, (view.from + view.to) / 2), all: () => show(0, whole),
    back: () => show(view.from - (view.to - view.from) / 2, view.to - (view.to - view.from) / 2),
    on: () => show(view.from + (view.to - view.from) / 2, view.to + (view.to - view.from) / 2),
  };
  for (const button of section.querySelectorAll('[data-zoom]')) { button.addEventListener('click', commands[button.dataset.zoom]); }

  // --- values ---------------------------------------------------------------------------------------------------
  function read(c, second, height) {
    const paths = shown(c);
    const end = Math.max(...paths.map(path => points(path).at(-1)?.[0] ?? 0)); // a run may be shorter than others
    const at = Math.min(Math.max(second, view.from), Math.min(view.to, end));
    let found = paths.map(path => ({ path, point: nearest(path, at) })).filter(f => f.point && Math.abs(f.point[0] - at) < Math.max(2, whole / 100));
    if (!found.length) { leave(c); return; }
    c.at = at;
    const overview = c.element.classList.contains('of-all');
    if (overview) {
      found.sort((a, b) => a.point[1] - b.point[1]);
      if (height !== undefined) {
        const [, top, , all] = c.lines.getAttribute('viewBox').split(' ').map(Number);
        const y = top + height / c.height * all;
        c.line = found.indexOf(found.reduce((a, b) => Math.abs(b.point[1] - y) < Math.abs(a.point[1] - y) ? b : a));
      }
      c.line = Math.min(Math.max(0, c.line), found.length - 1);
      found = [found[c.line]];
    }
    c.element.classList.toggle('pointed', overview);
    c.paths.forEach(path => path.classList.toggle('on', overview && path === found[0].path));
    const values = found.map(f => `${f.path.dataset.name ? f.path.dataset.name + ' ' : ''}${text(c.mib(f.point[1]))} MiB`);
    const words = `${at.toFixed(at < 100 ? 1 : 0)} s: ${values.join(', ')}`;
    const x = (at - view.from) / (view.to - view.from) * 100;
    c.hair.style.left = x + '%';
    c.tip.textContent = words;
    c.hair.hidden = c.tip.hidden = false;
    c.tip.style.left = `clamp(0px, calc(${x}% - 60px), calc(100% - ${c.tip.offsetWidth}px))`;
    c.element.setAttribute('aria-valuenow', at.toFixed(1));
    c.element.setAttribute('aria-valuetext', words);
  }
  function leave(c) {
    if (!c.hair) { return; }
    c.hair.hidden = c.tip.hidden = c.range.hidden = true;
    c.element.classList.remove('pointed');
    c.paths.forEach(path => path.classList.remove('on'));
  }

  for (const c of charts) {
    const element = c.element;
    c.hair = box(element, 'hair');
    c.range = box(element, 'picked');
    c.tip = box(element, 'tip');
    // to a screen reader the time is a slider, and its text the values there
    for (const [key, value] of Object.entries({ role: 'slider', 'aria-valuemin': 0, 'aria-valuemax': c.length, 'aria-valuenow': 0 })) {
      element.setAttribute(key, value);
    }
    const second = event => {
      const place = c.lines.getBoundingClientRect();
      return view.from + (event.clientX - place.left) / place.width * (view.to - view.from);
    };
    let begin = null;
    element.addEventListener('pointerdown', event => { if (event.button === 0) { begin = second(event); } });
    element.addEventListener('pointermove', event => {
      const now = second(event);
      read(c, now, event.clientY - c.lines.getBoundingClientRect().top);
      if (begin !== null && event.buttons === 1 && Math.abs(now - begin) > (view.to - view.from) * .015) {
        element.setPointerCapture(event.pointerId);
        const percent = s => (Math.min(Math.max(s, view.from), view.to) - view.from) / (view.to - view.from) * 100;
        c.range.style.left = percent(Math.min(begin, now)) + '%';
        c.range.style.width = Math.abs(percent(now) - percent(begin)) + '%';
        c.range.hidden = false;
      }
    });
    element.addEventListener('pointerup', event => {
      const now = second(event);
      if (begin !== null && !c.range.hidden) { show(Math.min(begin, now), Math.max(begin, now)); }
      begin = null;
      c.range.hidden = true;
    });
    element.addEventListener('pointercancel', () => { begin = null; leave(c); });
    element.addEventListener('pointerleave', () => { if (begin === null) { leave(c); } });
    element.addEventListener('dblclick', commands.all);
    element.addEventListener('blur', () => leave(c));
    element.addEventListener('keydown', event => {
      const by = (view.to - view.from) / 60 * (event.shiftKey ? 10 : 1);
      const at = c.at === null || c.at < view.from || c.at > view.to ? view.from : c.at;
      const keys = {
        ArrowLeft: () => read(c, at - by), ArrowRight: () => read(c, at + by),
        ArrowUp: () => { c.line--; read(c, at); }, ArrowDown: () => { c.line++; read(c, at); },
        Home: () => read(c, view.from), End: () => read(c, view.to),
        '+': () => { zoom(.5, at); read(c, at); }, '-': () => { zoom(2, at); read(c, at); },
        '0': commands.all, Escape: commands.all,
      };
      if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); keys[event.key](); }
    });
  }

  addEventListener('beforeprint', () => show(0, whole));

  // --- one run, or all -------------------------------------------------------------------------------------------
  for (const choice of section.querySelectorAll('[name=run]')) {
    choice.addEventListener('change', () => {
      if (choice.value === 'all') { delete section.dataset.runShown; } else { section.dataset.runShown = choice.value; }
      for (const shape of section.querySelectorAll('[data-run]')) { shape.classList.toggle('chosen', shape.dataset.run === choice.value); }
      charts.forEach(c => { draw(c); leave(c); });
    });
  }
})();
