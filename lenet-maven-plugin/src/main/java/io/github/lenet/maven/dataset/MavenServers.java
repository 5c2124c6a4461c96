package io.github.lenet.maven.dataset;

import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.store.SourceCredentials;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The {@code <servers>} of {@code settings.xml}, with the passwords that Maven has decrypted, as it uses them for its
 * repositories.
 *
 * @param session the session of the build
 */
record MavenServers(RepositorySystemSession session) {

    /** How Maven writes an encrypted password, which it leaves as it is when it cannot decrypt it. */
    private static final String ENCRYPTED = "(?s).*\\{.+}.*";

    /**
     * Looks up a server.
     *
     * @param id the {@code <id>} of the server
     * @return its username and password
     * @throws InvalidParameterException if there is no such server, or no username or password can be had from it
     */
    SourceCredentials credentials(String id) {
        // Maven chooses by the id of a repository; the address does not matter.
        var repository = new RemoteRepository.Builder(id, "default", "https://mirror.invalid/").build();
        var authentication = session.getAuthenticationSelector().getAuthentication(repository);
        if (authentication == null) {
            throw wrong(id, "is the <id> of no <server> in settings.xml");
        }
        var known = new RemoteRepository.Builder(repository)
                .setAuthentication(authentication)
                .build();
        try (var context = AuthenticationContext.forRepository(session, known)) {
            var username = context.get(AuthenticationContext.USERNAME);
            var password = context.get(AuthenticationContext.PASSWORD);
            if (username == null || password == null) {
                throw wrong(id, "is the <id> of a <server> in settings.xml that has no <username> or no <password>");
            }
            if (password.matches(ENCRYPTED)) {
                throw wrong(
                        id,
                        "is the <id> of a <server> in settings.xml whose <password> Maven cannot decrypt; see settings-security.xml");
            }
            return new SourceCredentials(username, password);
        }
    }

    private static InvalidParameterException wrong(String id, String what) {
        return new InvalidParameterException("sourceServer", id, what);
    }
}
