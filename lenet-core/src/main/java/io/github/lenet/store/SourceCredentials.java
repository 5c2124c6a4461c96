package io.github.lenet.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a mirror knows this user by. It is sent to the server that the user names, over https or within this machine,
 * and shown to nobody.
 *
 * @param username the name
 * @param password the password
 */
public record SourceCredentials(String username, String password) {

    /** The header that carries them (RFC 7617). */
    String basic() {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Without the password: a record would print it, and this may end in a log. */
    @Override
    public String toString() {
        return "SourceCredentials[username=" + username + "]";
    }
}
