'use strict';
{
    // As Django's autocomplete.js, and tells the server the case (and the kind) that limit what a box offers.
    const $ = django.jQuery;

    function sibling(element, name) {
        const prefix = element.name.slice(0, element.name.lastIndexOf('-') + 1);
        const found = element.form && element.form.elements[prefix + name];
        return found ? found.value : '';
    }

    $.fn.djangoAdminSelect2 = function() {
        this.each((_, element) => {
            const set = element.dataset;
            $(element).select2({
                ajax: {
                    data: (params) => ({
                        term: params.term,
                        page: params.page,
                        app_label: set.appLabel,
                        model_name: set.modelName,
                        field_name: set.fieldName,
                        ...(set.case && {case: set.case}),
                        ...(set.caseFrom && {case: sibling(element, set.caseFrom)}),
                        ...(set.kindFrom && {kind: sibling(element, set.kindFrom)})
                    })
                }
            });
        });
        return this;
    };
}
