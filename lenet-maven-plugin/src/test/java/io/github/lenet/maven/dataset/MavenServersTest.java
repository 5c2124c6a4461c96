package io.github.lenet.maven.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.store.SourceCredentials;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MavenServersTest {

    @Test
    void takesWhatMavenHasDecrypted() {
        var credentials = servers(authentication("anna", "secret")).credentials("files");

        assertThat(credentials).isEqualTo(new SourceCredentials("anna", "secret"));
        assertThat(credentials).asString().doesNotContain("secret");
    }

    @Test
    void saysThatThereIsNoSuchServer() {
        assertThatThrownBy(() -> servers(authentication("anna", "secret")).credentials("fils"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("sourceServer is fils, but is the <id> of no <server> in settings.xml");
    }

    @Test
    void saysThatTheServerHasNoPassword() {
        assertThatThrownBy(() -> servers(authentication("anna", null)).credentials("files"))
                .hasMessageContaining(
                        "is the <id> of a <server> in settings.xml that has no <username> or no <password>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u+9EF1iFQyJQ=}", "expires soon {COQLCE6DU6GtcS5P=}"})
    void sendsNoPasswordThatMavenCouldNotDecrypt(String encrypted) {
        assertThatThrownBy(() -> servers(authentication("anna", encrypted)).credentials("files"))
                .hasMessageContaining("whose <password> Maven cannot decrypt; see settings-security.xml")
                .hasMessageNotContaining(encrypted);
    }

    private static Authentication authentication(String username, String password) {
        return new AuthenticationBuilder()
                .addUsername(username)
                .addPassword(password)
                .build();
    }

    private static MavenServers servers(Authentication authentication) {
        var selector = new DefaultAuthenticationSelector();
        selector.add("files", authentication);
        var session = MavenRepositorySystemUtils.newSession();
        session.setAuthenticationSelector(selector);
        return new MavenServers(session);
    }
}
