// The page's only script. It changes what is shown and fetches nothing; text of others reaches the page as text only.
'use strict';
(() => {
  const root = document.documentElement;
  const find = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const data = JSON.parse(find('#data').textContent);
  const word = (name, ...values) => values.reduce((text, value, at) => text.replace('{' + at + '}', () => value), data.words[name][root.lang === 'ja' ? 1 : 0]);
  const refresh = [];
  root.classList.add('scripted');

  // Language: nothing is kept but in this page.
  const speak = language => {
    root.lang = language;
    const title = find('title');
    document.title = title.dataset[language];
    for (const button of all('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === language));
    for (const element of all('[data-label-en]')) element.setAttribute('aria-label', language === 'ja' ? element.dataset.labelJa : element.dataset.labelEn);
    for (const again of refresh) again();
  };
  for (const button of all('[data-language]')) button.addEventListener('click', () => speak(button.dataset.language));

  // Dark and light: the system's choice until the reader makes another.
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : system.matches;
  const themeButton = find('[data-theme-switch]');
  const showTheme = () => themeButton.setAttribute('aria-pressed', String(isDark()));
  themeButton.addEventListener('click', () => { root.dataset.theme = isDark() ? 'light' : 'dark'; showTheme(); });
  system.addEventListener('change', showTheme);
  showTheme();

  // Paper: everything open, and afterwards as it was.
  let closed = [];
  addEventListener('beforeprint', () => { closed = all('details:not([open])'); for (const part of closed) part.open = true; });
  addEventListener('afterprint', () => { for (const part of closed) part.open = false; closed = []; });
  find('[data-print]').addEventListener('click', () => print());

  // Catalogues: one at a time. Arrow keys as in any list of tabs.
  const tabs = all('[role="tab"]');
  const turn = (tab, focus) => {
    for (const other of tabs) {
      other.setAttribute('aria-selected', String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
      document.getElementById(other.getAttribute('aria-controls')).hidden = other !== tab;
    }
    if (focus) tab.focus();
  };
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  tabs.forEach((tab, at) => {
    tab.addEventListener('click', () => turn(tab));
    tab.addEventListener('keydown', event => {
      const next = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : event.key in steps ? (at + steps[event.key] + tabs.length) % tabs.length : -1;
      if (next < 0) return;
      event.preventDefault();
      turn(tabs[next], true);
    });
  });
  if (tabs.length) turn(tabs[0]);

  // Choice by status or level: of what lies in the same part of the page.
  for (const chip of all('[data-show]')) chip.addEventListener('click', () => {
    const on = chip.getAttribute('aria-pressed') !== 'true';
    for (const other of all('[data-show]', chip.parentElement)) other.setAttribute('aria-pressed', String(on && other === chip));
    for (const item of all('[data-kind]', chip.parentElement.parentElement)) item.hidden = on && item.dataset.kind !== chip.dataset.show;
  });

  // A link to a closed part opens it and brings the reader there.
  const open = id => {
    const part = document.getElementById(id);
    if (!part || !part.matches('details')) return false;
    const panel = part.closest('[role="tabpanel"]');
    if (panel && panel.hidden) turn(document.getElementById(panel.getAttribute('aria-labelledby')));
    part.hidden = false;
    part.open = true;
    find('summary', part).focus({ preventScroll: true });
    part.scrollIntoView({ block: 'start' });
    return true;
  };
  for (const link of all('[data-opens]')) link.addEventListener('click', event => {
    if (open(link.hash.slice(1))) event.preventDefault();
  });

  // Where the reader is.
  const links = new Map(all('nav a').map(link => [link.hash.slice(1), link]));
  const seen = new Set();
  const watch = new IntersectionObserver(entries => {
    for (const entry of entries) if (entry.isIntersecting) seen.add(entry.target.id); else seen.delete(entry.target.id);
    const here = [...links.keys()].find(id => seen.has(id));
    for (const [id, link] of links) if (id === here) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
  }, { rootMargin: '-15% 0px -55% 0px' });
  for (const id of links.keys()) watch.observe(document.getElementById(id));

  // Components.
  if (find('#explorer') && data.components.length) {
    const parts = data.components;
    const users = parts.map(() => []);
    parts.forEach((part, at) => { for (const needed of part.d ?? []) users[needed].push(at); });
    // The shortest way from the product to each.
    const from = parts.map(() => -1);
    const reached = [0];
    for (let next = 0; next < reached.length; next++) for (const needed of parts[reached[next]].d ?? []) if (needed !== 0 && from[needed] < 0) { from[needed] = reached[next]; reached.push(needed); }

    const list = find('#list'), rows = find('#rows'), graph = find('#graph'), chosen = find('#chosen'), search = find('#search'), matches = find('#matches');
    const rowHeight = 44, fewest = 9;
    let shown = [], at = 0, most = { in: fewest, out: fewest };
    const make = (element, properties = {}, ...children) => {
      const made = Object.assign(document.createElement(element), properties);
      made.append(...children);
      return made;
    };
    const draw = (element, attributes = {}, ...children) => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', element);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      made.append(...children);
      return made;
    };
    const label = at => parts[at].v ? parts[at].n + ' ' + parts[at].v : parts[at].n;
    const isHit = part => part.u !== undefined && part.u !== 'none';
    const danger = part => part.u === undefined ? word('Vuln_unknown') : part.u === 'none' ? word('Vuln_none') : word('Vuln_known') + ' – ' + word('Severity_' + part.u);
    const source = number => data.sources[number][root.lang === 'ja' ? 1 : 0];

    const filters = { licence: 'l', supplier: 's', country: 'c' };
    const fill = () => {
      for (const [name, key] of Object.entries(filters)) {
        const select = find('#by-' + name), before = select.value;
        const values = [...new Set(parts.slice(1).map(part => part[key]))];
        const known = values.filter(value => value !== undefined).sort((a, b) => a.localeCompare(b, root.lang));
        select.replaceChildren(new Option(word('Any'), ''), ...(values.includes(undefined) ? [new Option(word('Unknown'), '?')] : []), ...known.map(value => new Option(value, '=' + value)));
        select.value = before;
        if (select.selectedIndex < 0) select.selectedIndex = 0;
      }
      const select = find('#by-vulnerability'), before = select.value;
      select.replaceChildren(new Option(word('Any'), ''), new Option(word('Vuln_known'), 'hit'), new Option(word('Vuln_none'), 'none'), new Option(word('Vuln_unknown'), '?'));
      select.value = before || '';
    };
    const fits = (part, asked, text) => {
      for (const [key, value] of asked) if (value && (value === '?' ? part[key] !== undefined : part[key] !== value.slice(1))) return false;
      const danger = find('#by-vulnerability').value;
      if (danger && (danger === 'hit' ? !isHit(part) : danger === 'none' ? part.u !== 'none' : part.u !== undefined)) return false;
      return !text || (part.n + ' ' + (part.v ?? '') + ' ' + (part.p ?? '') + ' ' + (part.s ?? '') + ' ' + (part.l ?? '')).toLowerCase().includes(text);
    };
    const filter = () => {
      const text = search.value.trim().toLowerCase(), asked = Object.entries(filters).map(([name, key]) => [key, find('#by-' + name).value]);
      shown = parts.map((part, number) => number).filter(number => fits(parts[number], asked, text));
      shown.sort((a, b) => a === 0 ? -1 : b === 0 ? 1 : parts[a].n.localeCompare(parts[b].n, 'en') || a - b);
      matches.textContent = shown.length ? word('Matches', String(shown.length), String(parts.length)) : word('NoMatch');
      rows.style.height = shown.length * rowHeight + 'px';
      list.scrollTop = 0;
      paint();
    };

    // Only the rows in sight exist.
    const paint = () => {
      const first = Math.max(0, Math.floor(list.scrollTop / rowHeight) - 4), last = Math.min(shown.length, Math.ceil((list.scrollTop + list.clientHeight) / rowHeight) + 4);
      rows.replaceChildren(...shown.slice(first, last).map((number, offset) => {
        const part = parts[number];
        const row = make('div', { id: 'row-' + number }, make('span', { className: 'name', textContent: part.n }), make('span', { className: 'version', textContent: part.v ?? '' }));
        if (isHit(part)) row.append(sign('not-met'), make('span', { className: 'vh', textContent: danger(part) }));
        row.setAttribute('role', 'option');
        row.setAttribute('aria-selected', String(number === at));
        row.setAttribute('aria-posinset', String(first + offset + 1));
        row.setAttribute('aria-setsize', String(shown.length));
        row.style.top = (first + offset) * rowHeight + 'px';
        row.addEventListener('click', () => choose(number));
        return row;
      }));
      if (find('#row-' + at)) list.setAttribute('aria-activedescendant', 'row-' + at); else list.removeAttribute('aria-activedescendant');
    };
    const sign = name => draw('svg', { class: 'sign', 'aria-hidden': 'true', focusable: 'false' }, draw('use', { href: '#sign-' + name }));

    const choose = number => {
      at = number;
      most = { in: fewest, out: fewest };
      const place = shown.indexOf(at);
      if (place >= 0 && place * rowHeight < list.scrollTop) list.scrollTop = place * rowHeight;
      if (place >= 0 && (place + 1) * rowHeight > list.scrollTop + list.clientHeight) list.scrollTop = (place + 1) * rowHeight - list.clientHeight;
      paint();
      tell();
      picture();
    };
    const tell = () => {
      const part = parts[at];
      const facts = make('dl', { className: 'facts' });
      const fact = (name, value, note) => facts.append(make('div', {}, make('dt', { textContent: word(name) }), make('dd', {}, value, ...(note ? [make('br'), make('span', { className: 'faint', textContent: note })] : []))));
      fact('Licence', part.l ?? word('Unknown'), part.o ? '' : source(part.ls));
      fact('Supplier', part.s ?? word('Unknown'), part.o ? '' : source(part.ss));
      fact('Country', part.c ?? word('Unknown'));
      fact('Vulnerability', danger(part));
      if (part.p) fact('PackageUrl', part.p);
      const way = [];
      for (let step = at; step >= 0; step = from[step]) way.unshift(step);
      const path = make('p', { className: 'path' }, word('Path') + ' ');
      way.forEach((step, number) => {
        if (number) path.append(' → ');
        if (step === at) path.append(make('strong', { textContent: parts[step].n }));
        else { const button = make('button', { type: 'button', textContent: parts[step].n }); button.addEventListener('click', () => choose(step)); path.append(button); }
      });
      const kind = [part.k, part.o && at ? word('Own') : '', part.b ? word('BuildOnly') : ''].filter(text => text).join(' · ');
      chosen.replaceChildren(make('h3', { textContent: label(at) }), ...(kind ? [make('p', { className: 'faint', textContent: kind })] : []), facts, ...(way.length > 1 && way[0] === 0 ? [path] : []));
    };

    // The chosen one in the middle, who needs it before it, what it needs behind it. Never the whole of thousands.
    const picture = () => {
      const width = Math.max(260, Math.min(graph.clientWidth || 640, 900)), narrow = width < 560;
      const needed = [...parts[at].d ?? []].sort(byName), needing = users[at].slice().sort(byName);
      const box = narrow ? width - 2 : Math.floor((width - 80) / 3), high = 34, gap = 8, step = high + gap, top = 26;
      const columns = [side(needing, 'in'), side(needed, 'out')];
      const tallest = Math.max(1, columns[0].length, columns[1].length) * step;
      const svg = draw('svg', { role: 'group', 'aria-label': word('GraphName', label(at)) });
      const place = (column, row, count) => narrow
        ? { x: 1, y: column === 0 ? top + row * step : column === 1 ? top + columns[0].length * step + 18 : top + columns[0].length * step + 18 + step + 30 + row * step }
        : { x: 1 + column * (box + 38), y: top + (tallest - count * step) / 2 + row * step };
      const centre = place(1, 0, 1);
      const edges = draw('g', { 'aria-hidden': 'true' });
      svg.append(edges);
      columns.forEach((column, number) => {
        const where = number * 2;
        const names = number ? 'Neighbours_Out' : 'Neighbours_In', total = number ? needed.length : needing.length;
        const head = place(where, 0, narrow ? column.length : tallest / step);
        svg.append(text(total ? word(names, String(total)) : word(names, '0'), head.x, (narrow ? head.y : top) - 10, 'head'));
        column.forEach((entry, row) => {
          const spot = place(where, row, column.length);
          if (!narrow) {
            const [a, b] = number ? [{ x: centre.x + box, y: centre.y }, spot] : [{ x: spot.x + box, y: spot.y }, centre];
            edges.append(draw('path', { class: 'edge', d: `M${a.x} ${a.y + high / 2} C${a.x + 22} ${a.y + high / 2} ${b.x - 22} ${b.y + high / 2} ${b.x} ${b.y + high / 2}` }));
          }
          svg.append(node(entry, spot, box, high, number ? 'out' : 'in'));
        });
      });
      svg.append(draw('g', { class: 'centre' }, draw('title', {}, label(at)), draw('rect', { x: centre.x, y: centre.y, width: box, height: high, rx: 7 }), text(short(label(at), box), centre.x + 10, centre.y + 22)));
      const height = narrow ? place(2, columns[1].length, 1).y : top + tallest;
      svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
      graph.replaceChildren(svg);
    };
    const byName = (a, b) => Number(isHit(parts[b])) - Number(isHit(parts[a])) || parts[a].n.localeCompare(parts[b].n, 'en');
    const side = (numbers, name) => numbers.length > most[name] ? [...numbers.slice(0, most[name] - 1), -(numbers.length - most[name] + 1)] : numbers;
    const text = (content, x, y, style) => draw('text', { x, y, ...(style ? { class: style } : {}) }, content);
    const short = (content, room) => {
      let used = 0, end = 0;
      for (const letter of content) {
        used += letter.codePointAt(0) > 0x2e7f ? 13 : 7.4;
        if (used > room - 22) return content.slice(0, end) + '…';
        end += letter.length;
      }
      return content;
    };
    const node = (number, spot, box, high, name) => {
      const isMore = number < 0, content = isMore ? word('Neighbours_More', String(-number)) : label(number);
      const hit = !isMore && isHit(parts[number]);
      const made = draw('g', { role: 'button', tabindex: '0', 'aria-label': hit ? content + ' – ' + danger(parts[number]) : content, class: hit ? 'hit' : '' },
        draw('title', {}, content), draw('rect', { x: spot.x, y: spot.y, width: box, height: high, rx: 7 }), text((hit ? '⚠ ' : '') + short(content, hit ? box - 20 : box), spot.x + 10, spot.y + 22));
      const act = () => {
        if (!isMore) return choose(number);
        most[name] += 40;
        picture();
      };
      made.addEventListener('click', act);
      made.addEventListener('keydown', event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        act();
        (find('#graph [role="button"]') ?? list).focus();
      });
      return made;
    };

    list.addEventListener('scroll', () => requestAnimationFrame(paint), { passive: true });
    list.addEventListener('keydown', event => {
      const page = Math.floor(list.clientHeight / rowHeight), place = shown.indexOf(at);
      const moves = { ArrowDown: place + 1, ArrowUp: place - 1, PageDown: place + page, PageUp: place - page, Home: 0, End: shown.length - 1 };
      if (!(event.key in moves) || !shown.length) return;
      event.preventDefault();
      choose(shown[Math.max(0, Math.min(shown.length - 1, moves[event.key]))]);
    });
    search.addEventListener('input', filter);
    search.addEventListener('keydown', event => { if (event.key === 'Enter' && shown.length) { choose(shown[0]); list.focus(); } });
    for (const name of [...Object.keys(filters), 'vulnerability']) find('#by-' + name).addEventListener('change', filter);
    let drawn = 0;
    new ResizeObserver(() => { if (graph.clientWidth && graph.clientWidth !== drawn) { drawn = graph.clientWidth; picture(); paint(); } }).observe(graph);
    refresh.push(() => { fill(); filter(); choose(at); });
  }

  speak(root.lang === 'ja' ? 'ja' : 'en');
})();
