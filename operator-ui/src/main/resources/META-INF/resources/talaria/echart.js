/* ECharts with the console's tokens: colours by name, drawn anew when the scheme or the size changes. */
window.TalariaChart = (() => {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  // ECharts reads rgb and hex only; the tokens are light-dark(oklch(), oklch()).
  const rgb = (el, token) => {
    const probe = document.createElement('i');
    probe.style.color = `var(${token})`;
    el.appendChild(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return `rgba(${r},${g},${b},${a / 255})`;
  };
  const resolve = (el, value) => {
    if (typeof value === 'string') return value.startsWith('--') ? rgb(el, value) : value;
    if (Array.isArray(value)) return value.map(item => resolve(el, item));
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(el, item)]));
    }
    return value;
  };

  const draw = (el, option) => {
    el.talOption = option;
    if (!el.talChart) {
      el.talChart = echarts.init(el);
      // A name beside the bars is of no series, and stands for its whole bar; all of them are shown, so the tick is the bar.
      el.talChart.on('click', at =>
        el.dispatchEvent(new CustomEvent('chart-chosen', { detail: { series: at.seriesId ?? 'ENTERED', index: at.dataIndex ?? at.tickIndex } })));
      new ResizeObserver(() => el.talChart.resize()).observe(el);
      const again = () => requestAnimationFrame(() => { if (el.isConnected) draw(el, el.talOption); });
      document.addEventListener('tal-scheme', again);
      new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style'] });
    }
    const resolved = resolve(el, option);
    resolved.textStyle = { fontFamily: getComputedStyle(el).fontFamily };
    resolved.animation = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    el.talChart.setOption(resolved, true);
  };

  return { draw };
})();
