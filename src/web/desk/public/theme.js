// Runs before anything is drawn, so that a chosen theme does not flash; the rest is in shared/preferences.ts.
try {
  const theme = window.localStorage.getItem('giaoban.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden: the system's theme holds.
}
