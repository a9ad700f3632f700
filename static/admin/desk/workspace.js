'use strict';
{
    // Rows pasted into the next line's text go to the form that reads them, and it is sent.
    const text = document.querySelector('.line .docket-text');
    const paste = document.querySelector('.paste form');

    function several(words) {
        return words.split(/\r?\n/).filter((row) => row.trim()).length > 1;
    }

    document.querySelectorAll('.line .boxes input').forEach((box) => box.addEventListener('paste', (event) => {
        const words = event.clipboardData.getData('text/plain');
        if (paste && several(words)) {
            event.preventDefault();
            paste.elements.text.value = words;
            paste.requestSubmit();
        }
    }));

    // The day that is carried over is overwritten by typing another.
    const day = document.querySelector('.line input.vPartialDate');
    if (day) {
        day.addEventListener('focus', () => day.select());
        if (day === document.activeElement) {
            day.select();
        }
    }

    // A party's name is completed while it is typed: → or End takes it, anything else leaves it out.
    const names = [...document.querySelectorAll('#party-names option')].map((option) => option.value);

    function begun(words) {
        const fits = new Map();
        names.forEach((name) => {
            for (let length = Math.min(name.length - 1, words.length); length >= 3; length -= 1) {
                const before = words[words.length - length - 1];
                if (words.endsWith(name.slice(0, length)) && (!before || /[\s(]/.test(before))) {
                    fits.set(name, length);
                    break;
                }
            }
        });
        return fits.size === 1 ? [...fits][0] : null;
    }

    if (text) {
        let offeredAt = -1;
        text.addEventListener('input', (event) => {
            const end = text.value.length;
            offeredAt = -1;
            if (event.inputType !== 'insertText' || text.selectionStart !== end) {
                return;
            }
            const found = begun(text.value);
            if (found) {
                text.value += found[0].slice(found[1]);
                text.setSelectionRange(end, text.value.length);
                offeredAt = end;
            }
        });
        text.addEventListener('keydown', (event) => {
            const isOffered = text.selectionStart === offeredAt && text.selectionEnd === text.value.length;
            if (isOffered && (event.key === 'Enter' || event.key === 'Tab')) {
                text.value = text.value.slice(0, offeredAt);
            }
        });
    }
}
