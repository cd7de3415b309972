/*
 * What must happen in the browser itself: single keys, the lost connection, a transcript that
 * stays at its end, tabs that stay in view, and the colour scheme. Everything else is the server's.
 */
window.Talaria = (() => {
  const KEYS_OFF = 'talaria.keys.off';
  const SINGLE = new Set(['j', 'k', 't', 'h', 'a', 'c', 'r', '/', 'u', 'i', 'y', 'e', 'n', 'p', '?', '1', '2', '3', '4', '5', '6', '7', 'Enter', 'Escape']);
  let chord = 0;

  const dark = () => {
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    return scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  };
  const schemeChanged = () => document.dispatchEvent(new CustomEvent('tal-scheme'));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', schemeChanged);

  /* ----- keys: outside of fields only, and they can be turned off (WCAG 2.1.4) ----- */
  const keysOn = () => localStorage.getItem(KEYS_OFF) === null;
  const turnKeys = on => on ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, '1');
  const inField = e => e.composedPath().some(n => n.matches?.('input, textarea, select, [contenteditable="true"]'));
  const onControl = e => e.composedPath().some(n => n.matches?.('a, button, vaadin-button, summary, [role="button"], vaadin-select'));
  const overlay = () => document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-popover[opened], vaadin-select[opened]');

  // Who types fast presses Ctrl+Enter before the server has seen the last letter and enabled the button.
  const clickWhenEnabled = button => {
    if (!button || !button.disabled) { button?.click(); return; }
    const waiting = new MutationObserver(() => {
      if (!button.disabled) { waiting.disconnect(); button.click(); }
    });
    waiting.observe(button, { attributes: true, attributeFilter: ['disabled'] });
    setTimeout(() => waiting.disconnect(), 2000);
  };

  document.addEventListener('keydown', e => {
    const shell = document.querySelector('.shell');
    if (!shell || e.altKey || e.metaKey) return;
    const send = key => { e.preventDefault(); shell.dispatchEvent(new CustomEvent('tal-key', { detail: { key } })); };
    if (e.ctrlKey) {
      if (e.key === 'Enter' && inField(e)) {
        // The field tells its value on change; the click comes after it.
        const composer = e.composedPath().find(n => n.matches?.('.composer, .proposed-edit'));
        if (composer) { e.preventDefault(); clickWhenEnabled(composer.querySelector('.send')); }
      }
      return;
    }
    if (e.key === 'Escape' && inField(e)) { document.activeElement?.blur(); return; }
    if (!keysOn() || inField(e) || overlay() || !SINGLE.has(e.key) && !'gflsd'.includes(e.key)) return;
    if (e.key === 'g') { chord = Date.now(); return; }
    if (Date.now() - chord < 1200 && 'iflsd'.includes(e.key)) { chord = 0; send('g ' + e.key); return; }
    chord = 0;
    if ('flsd'.includes(e.key) || e.key === 'Enter' && onControl(e)) return;
    send(e.key);
  });

  /* ----- the connection ----- */
  let lostAt = 0;
  const time = at => at.toLocaleTimeString('en-GB');
  const lost = () => {
    if (lostAt) return;
    lostAt = Date.now();
    const bar = document.getElementById('connection-bar');
    if (!bar) return;
    bar.querySelector('.grow').textContent = bar.dataset.lost.replace('{t}', time(new Date(lostAt)));
    bar.hidden = false;
    bar.removeAttribute('hidden');
    document.querySelector('.work')?.classList.add('stale');
    document.querySelectorAll('.live').forEach(live => {
      live.dataset.was = live.textContent;
      live.textContent = bar.dataset.asof.replace('{t}', time(new Date(lostAt)));
      live.classList.add('off');
    });
  };
  const back = () => {
    if (!lostAt) return;
    const since = lostAt;
    lostAt = 0;
    document.getElementById('connection-bar')?.setAttribute('hidden', '');
    document.querySelector('.work')?.classList.remove('stale');
    document.querySelectorAll('.live.off').forEach(live => {
      live.textContent = live.dataset.was ?? live.textContent;
      live.classList.remove('off');
    });
    document.querySelector('.shell')?.dispatchEvent(new CustomEvent('tal-back', { detail: { since } }));
  };
  const tryNow = () => fetch('actuator/health/readiness', { cache: 'no-store' }).then(r => { if (r.ok) location.reload(); }).catch(() => {});
  const watch = () => {
    const state = window.Vaadin?.connectionState;
    if (!state?.addStateChangeListener) { setTimeout(watch, 300); return; }
    state.addStateChangeListener((from, to) => {
      if (to === 'connection-lost' || to === 'reconnecting') lost();
      else if (to === 'connected') back();
    });
  };
  watch();
  addEventListener('offline', lost);

  /* ----- a transcript stays at its end unless somebody reads above ----- */
  const stick = el => {
    if (el.talStick) { el.talStick(true); return; }
    let atEnd = true;
    const end = () => { el.scrollTop = el.scrollHeight; };
    el.addEventListener('scroll', () => { atEnd = el.scrollHeight - el.scrollTop - el.clientHeight < 48; }, { passive: true });
    new MutationObserver(() => { if (atEnd) end(); }).observe(el, { childList: true, subtree: true, characterData: true });
    new ResizeObserver(() => { if (atEnd) end(); }).observe(el);
    el.talStick = force => { if (force) { atEnd = true; requestAnimationFrame(end); } };
    el.talStick(true);
  };

  /* ----- what is chosen of a row that scrolls sideways is in view, unless somebody scrolls it ----- */
  const inView = row => {
    let byHand = false;
    const bring = () => {
      const chosen = row.querySelector('[aria-selected="true"], [aria-current]');
      if (byHand || !chosen || row.scrollWidth <= row.clientWidth) return;
      const all = row.getBoundingClientRect(), one = chosen.getBoundingClientRect();
      row.scrollLeft += (one.left + one.right - all.left - all.right) / 2;
    };
    for (const act of ['pointerdown', 'wheel']) row.addEventListener(act, () => { byHand = true; }, { passive: true });
    const another = new MutationObserver(() => { byHand = false; bring(); });
    another.observe(row, { subtree: true, attributes: true, attributeFilter: ['aria-selected', 'aria-current'] });
    // Counts that come later make tabs wider; a row that was hidden begins at its start again.
    const size = new ResizeObserver(() => { if (!row.clientWidth) byHand = false; bring(); });
    for (const one of [row, ...row.children]) size.observe(one);
  };

  /* ----- drafts stay on this device ----- */
  const draft = (field, key) => {
    field.talDraft = key;
    if (!field.talDrafting) {
      field.talDrafting = true;
      field.addEventListener('input', () => {
        const text = field.querySelector('textarea')?.value ?? '';
        text ? localStorage.setItem(field.talDraft, text) : localStorage.removeItem(field.talDraft);
      });
    }
    return localStorage.getItem(key) ?? '';
  };
  const forget = key => localStorage.removeItem(key);

  return { dark, schemeChanged, keysOn, turnKeys, tryNow, stick, inView, draft, forget };
})();
