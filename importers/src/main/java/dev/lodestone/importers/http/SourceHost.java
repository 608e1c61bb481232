package dev.lodestone.importers.http;

import dev.lodestone.importers.UnreadableSource;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/// The one host a source is read from: no redirect and no link leads away from it, and it is not in
/// a private network unless that is allowed.
///
/// The address is looked up before every request; the connection that follows uses the same answer,
/// because the Java runtime keeps it for some seconds.
final class SourceHost {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final URI base;
    private final boolean allowPrivate;

    /// @throws UnreadableSource if it is no address of a web service
    SourceHost(URI base, boolean allowPrivate) {
        this.base = base;
        this.allowPrivate = allowPrivate;
        if (!SCHEMES.contains(scheme(base)) || base.getHost() == null) {
            throw new UnreadableSource(
                    base.toString(),
                    "This is no address of a web service.",
                    "it begins with https:// and a host.");
        }
        if (base.getRawUserInfo() != null) {
            throw new UnreadableSource(
                    base.getHost(),
                    "The address holds a name or password, which would get into the records.",
                    "give the key in the environment.");
        }
    }

    URI base() {
        return base;
    }

    /// Where a link leads, if that is this host. A link that would leave encryption is followed
    /// with it: services behind a proxy often do not know that they are encrypted.
    ///
    /// @param what `next link`, `redirect`
    URI follow(URI from, String link, String what) {
        URI target;
        try {
            target = resolved(from, WebAddress.encoded(link.strip()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableSource(
                    from.toString(), "The %s (%s) is no address.".formatted(what, link), "", e);
        }
        if (isOwn(target)) {
            return scheme(base).equals("https") && scheme(target).equals("http")
                    ? encrypted(target)
                    : target;
        }
        throw new UnreadableSource(
                from.toString(),
                "The %s (%s) leads to another host than (%s)."
                        .formatted(what, target, base.getAuthority()),
                "the source has moved: give its new address.");
    }

    /// Whether an address is on this host: the same name and port, or the same name on the usual
    /// ports of both schemes.
    boolean isOwn(URI target) {
        return SCHEMES.contains(scheme(target))
                && target.getHost() != null
                && target.getRawUserInfo() == null
                && target.getHost().equalsIgnoreCase(base.getHost())
                && (port(target) == port(base) || (usual(target) && usual(base)));
    }

    /// Looks the address up.
    ///
    /// @return whether it is a private one, which is allowed then
    /// @throws UnreadableSource if there is none, or a private one is not allowed
    boolean check(URI target) {
        if (!isOwn(target)) {
            throw new UnreadableSource(
                    target.toString(),
                    "This is on another host than the source (%s).".formatted(base.getHost()),
                    "");
        }
        try {
            for (var address : InetAddress.getAllByName(target.getHost())) {
                if (isPrivate(address)) {
                    if (allowPrivate) {
                        return true;
                    }
                    throw new UnreadableSource(
                            target.toString(),
                            "The host is on this machine or in a private network (%s)."
                                    .formatted(address.getHostAddress()),
                            "allow it with --allow-private, if you run it yourself.");
                }
            }
            return false;
        } catch (UnknownHostException e) {
            throw new UnreadableSource(
                    target.toString(),
                    "There is no host (%s).".formatted(target.getHost()),
                    "the address is misspelt, or there is no network.",
                    e);
        }
    }

    private static boolean isPrivate(InetAddress address) {
        var bytes = address.getAddress();
        boolean shared =
                address instanceof Inet4Address
                        && ((bytes[0] == 100 && (bytes[1] & 0xc0) == 64) || bytes[0] == 0);
        boolean uniqueLocal = !(address instanceof Inet4Address) && (bytes[0] & 0xfe) == 0xfc;
        return shared
                || uniqueLocal
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    /// A link that is only a query keeps the whole path, which the Java runtime does not know.
    private static URI resolved(URI from, String link) {
        return from.resolve(link.startsWith("?") ? from.getRawPath() + link : link);
    }

    private static URI encrypted(URI target) {
        return URI.create(
                "https://" + target.getHost() + target.toString().substring(pathStart(target)));
    }

    private static int pathStart(URI target) {
        var text = target.toString();
        return text.indexOf("//") + 2 + target.getRawAuthority().length();
    }

    private static boolean usual(URI uri) {
        return port(uri) == (scheme(uri).equals("https") ? 443 : 80);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : scheme(uri).equals("https") ? 443 : 80;
    }

    private static String scheme(URI uri) {
        var scheme = uri.getScheme();
        return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
    }
}
