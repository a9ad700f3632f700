# /etc/varnish/docketbook.vcl: a cache between nginx and the public site, which forgets at once what was withheld.
# Varnish 7 with the modules `var` and `xkey` (Debian: apt install varnish varnish-modules):
#
#   varnishd -f /etc/varnish/docketbook.vcl -a 127.0.0.1:6081 -a purge=127.0.0.1:6082 -s malloc,512m \
#       -p transit_buffer=4m
#
# (the last so that the slow reader of a large file does not fill the memory.)
# In the proxy's configuration the public site's address becomes 127.0.0.1:6081. The desk and the worker tell this cache
# of every act of publication at the second address (SHARED_CACHES=http://127.0.0.1:6082), which only they may reach.
vcl 4.1;

import var;
import xkey;

backend public_site {
    .host = "127.0.0.1";
    .port = "8000";
}

sub vcl_recv {
    if (local.socket == "purge") {
        if (req.method != "PURGE") {
            return (synth(405));
        }
        # whatever is being fetched just now was asked for before the act, and is not kept: see vcl_backend_response
        var.global_set("purge", req.xid);
        if (req.http.Surrogate-Key) {
            set req.http.X-Gone = xkey.purge(req.http.Surrogate-Key);
        } else {
            # another name for every page: neither a page that is kept nor one on its way is ever found again
            var.global_set("generation", req.xid);
        }
        return (synth(200, "Purged"));
    }
    if (req.method == "PURGE") {
        return (synth(405));
    }
    # the public site knows no visitor
    unset req.http.Cookie;
    unset req.http.Authorization;
    # Varnish added the proxy's own address to the visitor's
    set req.http.X-Forwarded-For = regsub(req.http.X-Forwarded-For, "^(.+),[^,]*$", "\1");
    set req.http.X-Purge = "after " + var.global_get("purge");
    set req.http.X-Generation = "after " + var.global_get("generation");
}

sub vcl_hash {
    hash_data(req.http.X-Generation);
}

sub vcl_backend_response {
    set beresp.grace = 0s;
    set beresp.keep = 0s;
    if (!beresp.http.Surrogate-Key || beresp.http.Set-Cookie || beresp.ttl <= 0s) {
        set beresp.uncacheable = true;
        set beresp.ttl = 120s;
    } elsif (bereq.http.X-Purge != "after " + var.global_get("purge")) {
        set beresp.uncacheable = true;
        set beresp.ttl = 1s;
    } else {
        set beresp.http.xkey = beresp.http.Surrogate-Key;
    }
    return (deliver);
}

sub vcl_deliver {
    if (resp.http.Surrogate-Key) {
        # nobody further away hears of a seal
        set resp.http.Cache-Control = "no-cache";
    }
    if (req.http.X-Request-ID) {
        set resp.http.X-Request-ID = req.http.X-Request-ID;
    }
    unset resp.http.Surrogate-Key;
    unset resp.http.Cache-Tag;
    unset resp.http.xkey;
    unset resp.http.Age;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
}

sub vcl_synth {
    if (local.socket == "purge" && resp.status == 200) {
        set resp.http.X-Purged = "yes";
    }
}
