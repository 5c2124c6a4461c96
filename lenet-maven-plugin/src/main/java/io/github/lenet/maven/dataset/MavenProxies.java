package io.github.lenet.maven.dataset;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of {@code settings.xml}, with their {@code nonProxyHosts} and decrypted passwords, as Maven itself uses
 * them for its repositories. Where these say nothing, the JVM's own settings apply ({@code -Dhttps.proxyHost}).
 */
final class MavenProxies extends ProxySelector {

    private final RepositorySystemSession session;

    MavenProxies(RepositorySystemSession session) {
        this.session = session;
    }

    @Override
    public @Nullable List<Proxy> select(URI uri) {
        var proxy = find(uri.getScheme(), uri.getHost());
        if (proxy == null) {
            var standard = ProxySelector.getDefault();
            return standard == null ? List.of(Proxy.NO_PROXY) : standard.select(uri);
        }
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException reason) {
        // There is one proxy and no other to turn to; the caller reports the failure.
    }

    /**
     * Answers the proxies that ask for a password.
     *
     * @return the passwords of {@code settings.xml}, or null if no proxy there has one: to a client of the JDK that has
     *     an authenticator, a server that asks for a password is an error without a status
     */
    @Nullable
    Authenticator authenticator() {
        if (!hasPassword("https") && !hasPassword("http")) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                var url = getRequestingURL();
                return getRequestorType() == RequestorType.PROXY && url != null
                        ? credentials(repository(url.getProtocol(), url.getHost()))
                        : null;
            }
        };
    }

    private org.eclipse.aether.repository.Proxy find(@Nullable String scheme, String host) {
        return session.getProxySelector().getProxy(repository(scheme, host));
    }

    /** For any host that is spared no proxy. */
    private boolean hasPassword(String scheme) {
        var proxy = find(scheme, "mirror.invalid");
        return proxy != null && proxy.getAuthentication() != null;
    }

    private @Nullable PasswordAuthentication credentials(@Nullable RemoteRepository repository) {
        var proxy = session.getProxySelector().getProxy(repository);
        if (proxy == null || proxy.getAuthentication() == null) {
            return null;
        }
        var throughProxy =
                new RemoteRepository.Builder(repository).setProxy(proxy).build();
        try (var context = AuthenticationContext.forProxy(session, throughProxy)) {
            var user = context.get(AuthenticationContext.USERNAME);
            var password = context.get(AuthenticationContext.PASSWORD);
            return user == null
                    ? null
                    : new PasswordAuthentication(user, password == null ? new char[0] : password.toCharArray());
        }
    }

    /** Maven chooses proxies for repositories, so the address is put to it as one. */
    private static RemoteRepository repository(@Nullable String scheme, String host) {
        return new RemoteRepository.Builder("lenet-data", "default", scheme + "://" + host + "/").build();
    }
}
