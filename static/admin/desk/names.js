'use strict';
{
    // Boxes for names: known ones are offered while one types (a combobox of WAI-ARIA 1.2). Tab or Enter takes the
    // highlighted one, Escape leaves the text as it is; without an answer in time the server asks which one is meant.
    const form = document.querySelector('form[data-names]');
    const PAUSE = 120; // milliseconds after the last key

    class NameBox {
        constructor(input) {
            this.input = input;
            this.box = input.parentElement;
            this.told = document.getElementById(`told_${input.name}`);
            this.offers = [];
            this.at = -1;
            this.asked = 0;
            this.awaits = ''; // what to do when the answer comes: '' show it, 'take' the one that would be highlighted
            this.list = document.createElement('ul');
            this.list.className = 'offers';
            this.list.id = `offers_${input.name}`;
            this.list.setAttribute('role', 'listbox');
            this.list.setAttribute('aria-label', 'Known names');
            this.list.hidden = true;
            this.box.append(this.list);
            input.setAttribute('role', 'combobox');
            input.setAttribute('aria-autocomplete', 'list');
            input.setAttribute('aria-controls', this.list.id);
            input.setAttribute('aria-expanded', 'false');
            input.addEventListener('input', () => this.typed());
            input.addEventListener('keydown', (event) => this.key(event));
            input.addEventListener('blur', () => this.left());
            this.list.addEventListener('mousedown', (event) => {
                event.preventDefault();
                const item = event.target.closest('li');
                if (item) {
                    this.take(this.offers[[...this.list.children].indexOf(item)]);
                }
            });
        }

        field(name) {
            let found = this.box.querySelector(`input[type=hidden][name="${this.input.name}_${name}"]`);
            if (!found) {
                found = document.createElement('input');
                found.type = 'hidden';
                found.name = `${this.input.name}_${name}`;
                this.box.append(found);
            }
            return found;
        }

        typed() {
            this.box.querySelectorAll('.offered, .errorlist').forEach((part) => part.remove());
            this.field('pick').value = '';
            this.told.textContent = '';
            this.awaits = '';
            clearTimeout(this.timer);
            this.close();
            this.question = this.input.value.trim();
            if (this.question) {
                this.timer = setTimeout(() => this.ask(), PAUSE);
            }
        }

        async ask() {
            clearTimeout(this.timer);
            this.timer = 0;
            const question = this.question;
            const number = this.asked += 1;
            this.isAsking = true;
            let answer = null;
            try {
                const query = new URLSearchParams({sort: this.input.dataset.sort, q: question});
                const response = await fetch(`${form.dataset.names}?${query}`, {headers: {Accept: 'application/json'}});
                answer = response.ok && !response.redirected ? await response.json() : null;
            } catch {
                answer = null; // the server asks when the form is sent
            }
            if (number !== this.asked) {
                return;
            }
            this.isAsking = false;
            if (answer && question === this.question) {
                this.show(answer);
            }
        }

        // names above of the same sort that are new stand first: the same name twice is the same person
        above(question) {
            const words = question.toLowerCase().split(/\s+/);
            const found = new Map();
            for (const other of boxes) {
                if (other === this) {
                    break;
                }
                const name = other.input.value.trim();
                const begins = words.every((word) => name.toLowerCase().split(/\s+/).some((part) => part.startsWith(word)));
                if (other.input.dataset.sort === this.input.dataset.sort && other.field('pick').value === 'new' && begins) {
                    found.set(name.toLowerCase(), {pk: 'new', name, detail: 'new, as above', completes: true});
                }
            }
            return [...found.values()];
        }

        show(answer) {
            this.offers = [...this.above(this.question), ...answer.known];
            if (answer.new && !this.offers.some((one) => one.pk === 'new' && one.name === this.question)) {
                this.offers.push({pk: 'new', name: this.question, words: answer.new, completes: !this.offers.length});
            }
            this.at = this.offers.findIndex((one) => one.completes);
            if (this.awaits === 'take') {
                this.awaits = '';
                if (this.at >= 0) {
                    this.take(this.offers[this.at]);
                } else if (this.offers.length) {
                    this.told.textContent = 'Which one? You are asked when you save.';
                }
                return;
            }
            this.list.replaceChildren(...this.offers.map((one, place) => this.item(one, place)));
            this.list.hidden = !this.offers.length;
            this.input.setAttribute('aria-expanded', String(!this.list.hidden));
            this.highlight();
        }

        item(one, place) {
            const item = document.createElement('li');
            item.id = `${this.list.id}_${place}`;
            item.setAttribute('role', 'option');
            item.textContent = one.words || one.name;
            if (one.words) {
                item.className = 'is-new';
            }
            if (one.detail) {
                const detail = document.createElement('span');
                detail.className = 'quiet';
                detail.textContent = ` ${one.detail}`;
                item.append(detail);
            }
            return item;
        }

        highlight() {
            [...this.list.children].forEach((item, place) => item.setAttribute('aria-selected', String(place === this.at)));
            if (this.at >= 0) {
                this.input.setAttribute('aria-activedescendant', this.list.children[this.at].id);
                this.list.children[this.at].scrollIntoView({block: 'nearest'});
            } else {
                this.input.removeAttribute('aria-activedescendant');
            }
        }

        key(event) {
            const isOpen = !this.list.hidden;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                if (!isOpen && this.input.value.trim()) {
                    this.question = this.input.value.trim();
                    this.ask();
                } else if (isOpen) {
                    const count = this.offers.length;
                    this.at = (this.at + (event.key === 'ArrowDown' ? 1 : this.at < 0 ? 0 : -1) + count) % count;
                    this.highlight();
                }
                event.preventDefault();
            } else if (event.key === 'Escape' && isOpen) {
                this.close();
                event.preventDefault();
            } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && this.isUndecided()) {
                event.preventDefault(); // Enter takes a name; it sends the form from a box that is decided
                this.settle();
            } else if (event.key === 'Tab' && !event.shiftKey) {
                this.settle();
            }
        }

        isUndecided() {
            return Boolean(!this.list.hidden && this.at >= 0) || Boolean(this.timer || this.isAsking);
        }

        settle() {
            if (!this.list.hidden && this.at >= 0) {
                this.take(this.offers[this.at]);
            } else if (this.timer || this.isAsking) {
                this.awaits = 'take';
                if (this.timer) {
                    this.ask();
                }
            }
        }

        take(one) {
            this.input.value = one.name;
            this.question = one.name;
            this.field('asked').value = one.name;
            this.field('pick').value = one.pk;
            this.told.textContent = one.pk === 'new' ? (one.words || one.detail).split(':')[0].toLowerCase() : one.detail || 'known';
            this.close();
            if (one.firm) {
                this.offerFirm(one.firm);
            }
        }

        // the firm of the attorney's last appearance, where none is typed
        offerFirm(firm) {
            const row = this.box.closest('.row');
            const box = row && boxes.find((other) => other.input.dataset.sort === 'firm' && row.contains(other.input));
            if (box && !box.input.value.trim()) {
                box.take({pk: firm.pk, name: firm.name, detail: 'of the last appearance'});
            }
        }

        left() {
            this.close();
        }

        close() {
            this.list.hidden = true;
            this.at = -1;
            this.input.setAttribute('aria-expanded', 'false');
            this.input.removeAttribute('aria-activedescendant');
        }
    }

    const boxes = [...form.querySelectorAll('input[data-sort]')].map((input) => new NameBox(input));
    // what was offered is replaced by typing, not written behind
    boxes.forEach((box) => box.input.addEventListener('focus', () => box.input.select()));
}
