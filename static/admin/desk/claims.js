'use strict';
// The sheets work without this. With it “all defendants” shows its ticks at once, and arrow keys go from box to box.
{
    const boxes = (row) => [...row.querySelectorAll('input[type=checkbox][data-target]')];

    document.addEventListener('change', (event) => {
        const row = event.target.closest('table.sheet tr');
        if (!row) {
            return;
        }
        if ('everyone' in event.target.dataset) {
            boxes(row).forEach((box) => { box.checked = event.target.checked; });
        } else if ('target' in event.target.dataset && !event.target.checked) {
            const everyone = row.querySelector('[data-everyone]');
            if (everyone) {
                everyone.checked = false;
            }
        }
    });

    document.addEventListener('keydown', (event) => {
        const moves = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
        const move = moves[event.key];
        if (!move || !event.target.matches('table.sheet td.party input[type=checkbox]')) {
            return;
        }
        const cell = event.target.closest('td'), row = cell.parentElement, table = row.closest('tbody');
        const rows = [...table.rows].filter((one) => one.querySelector('td.party'));
        const next = rows[rows.indexOf(row) + move[1]];
        const target = next && next.cells[cell.cellIndex + move[0]];
        const box = target && target.querySelector('input[type=checkbox]');
        if (box) {
            event.preventDefault();
            box.focus();
        }
    });
}
