'use strict';
{
    // Files are sent one after the other as soon as they are chosen or dropped; the list of those that wait is renewed.
    const form = document.querySelector('.send');
    const box = form.elements.files;
    const sending = form.querySelector('.sending');
    const refused = form.querySelector('.refused');
    const queue = [];
    let all = 0;
    let done = 0;
    let busy = false;

    function refuse(name, words, file) {
        const line = document.createElement('li');
        line.className = 'error';
        line.textContent = `“${name}” was not taken: ${words} `;
        if (file) {
            const again = document.createElement('button');
            again.type = 'button';
            again.textContent = 'Send it again';
            again.addEventListener('click', () => {
                line.remove();
                add([file]);
            });
            line.append(again);
        }
        refused.append(line);
    }

    function show(share) {
        sending.hidden = false;
        sending.querySelector('progress').value = all ? (done + share) / all : 0;
        sending.querySelector('span').textContent = `${done} of ${all} sent and looked through`;
    }

    function send(file) {
        return new Promise((resolve) => {
            const request = new XMLHttpRequest();
            const data = new FormData();
            data.append('csrfmiddlewaretoken', form.elements.csrfmiddlewaretoken.value);
            data.append('files', file);
            request.open('POST', form.action);
            request.setRequestHeader('Accept', 'application/json');
            request.responseType = 'json';
            request.upload.addEventListener('progress', (event) => show(event.loaded / (event.total || 1) / 2));
            request.addEventListener('loadend', () => {
                if (request.response && request.response.refused) {
                    request.response.refused.forEach(([name, words]) => refuse(name, words));
                } else {
                    refuse(file.name, 'the desk did not answer, or your session has ended.', file);
                }
                resolve();
            });
            request.send(data);
        });
    }

    // On the case's own page: on to those that wait, unless there is something here to be read first.
    function onward() {
        if (!refused.children.length) {
            window.location.assign(form.action);
            return;
        }
        const way = document.createElement('a');
        way.href = form.action;
        way.textContent = 'To the files that wait for a place';
        refused.after(way);
    }

    // What was typed for files that wait already stays.
    async function renew() {
        if (!document.getElementById('waiting')) {
            onward();
            return;
        }
        const typed = new Map([...document.querySelectorAll('#waiting [name]')].map((each) => [each.name, each]));
        const answer = await fetch(form.action, {credentials: 'same-origin'});
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const list = page.getElementById('waiting');
        if (!list) {
            return;
        }
        list.querySelectorAll('input[type="text"], input[type="checkbox"]').forEach((each) => {
            const before = typed.get(each.name);
            if (before) {
                each.value = before.value;
                each.checked = before.checked;
            }
        });
        document.getElementById('waiting').replaceWith(document.adoptNode(list));
        const first = document.querySelector('#waiting input[type="text"]');
        if (first) {
            first.focus();
        }
    }

    async function work() {
        busy = true;
        while (queue.length) {
            show(0);
            await send(queue.shift());
            done += 1;
        }
        show(0);
        busy = false;
        await renew();
    }

    function add(files) {
        if (!busy) {
            all = 0;
            done = 0;
        }
        queue.push(...files);
        all += files.length;
        if (!busy && files.length) {
            work();
        }
    }

    form.classList.add('has-script');
    box.addEventListener('change', () => {
        const chosen = [...box.files];
        box.value = '';
        add(chosen);
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('dragover', (event) => {
        event.preventDefault();
        form.classList.add('is-over');
    });
    form.addEventListener('dragleave', () => form.classList.remove('is-over'));
    form.addEventListener('drop', (event) => {
        event.preventDefault();
        form.classList.remove('is-over');
        add([...event.dataTransfer.files]);
    });
    window.addEventListener('beforeunload', (event) => {
        if (busy) {
            event.preventDefault();
        }
    });
}
