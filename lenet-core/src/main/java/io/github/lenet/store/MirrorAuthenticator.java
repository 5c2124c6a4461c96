package io.github.lenet.store;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a proxy, and the one server that the user has a password for. Needed only where a proxy wants a password: a
 * client of the JDK that can answer one takes no password for a server from its caller, but asks for that as well.
 */
final class MirrorAuthenticator extends Authenticator {

    private final Authenticator proxies;
    private final URI server;
    private final Supplier<SourceCredentials> credentials;

    /**
     * Answers.
     *
     * @param proxies answers the proxies
     * @param server an address of the server
     * @param credentials gives what the server knows this user by
     */
    MirrorAuthenticator(Authenticator proxies, URI server, Supplier<SourceCredentials> credentials) {
        this.proxies = proxies;
        this.server = server;
        this.credentials = credentials;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        if (getRequestorType() == RequestorType.PROXY) {
            return proxies.requestPasswordAuthenticationInstance(
                    getRequestingHost(),
                    getRequestingSite(),
                    getRequestingPort(),
                    getRequestingProtocol(),
                    getRequestingPrompt(),
                    getRequestingScheme(),
                    getRequestingURL(),
                    getRequestorType());
        }
        if (!MirrorClient.isSameServer(server, URI.create(getRequestingURL().toString()))) {
            return null;
        }
        var known = credentials.get();
        return new PasswordAuthentication(known.username(), known.password().toCharArray());
    }
}
