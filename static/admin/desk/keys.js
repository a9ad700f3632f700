'use strict';
// Ctrl+Enter (⌘+Enter): save and add another, or save where there is no such button.
document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) {
        return;
    }
    const button = document.querySelector('.submit-row [name=_addanother]') || document.querySelector('.submit-row [type=submit]');
    if (button) {
        event.preventDefault();
        button.click();
    }
});
