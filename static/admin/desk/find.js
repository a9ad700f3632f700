'use strict';
// The key “/” goes to the box on every page, except where it is typed into another.
document.addEventListener('keydown', (event) => {
    const box = document.getElementById('find-box');
    const typing = event.target.closest('input, textarea, select, [contenteditable], .select2-container');
    if (event.key === '/' && box && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        box.focus();
        box.select();
    }
});
