// Runs before the page is drawn: the look that was chosen here, else the system's.

try {
  const look = localStorage.getItem("look");
  if (look === "light" || look === "dark") document.documentElement.dataset.look = look;
} catch {
  // Storage is switched off: the page follows the system.
}
