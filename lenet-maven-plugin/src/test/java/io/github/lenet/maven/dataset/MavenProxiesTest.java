package io.github.lenet.maven.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.Test;

class MavenProxiesTest {

    private static final URI DATA = URI.create("https://data.example/mnist/");

    @Test
    void sendsThroughTheProxyOfTheSettings() {
        assertThat(proxies("").select(DATA))
                .singleElement()
                .isEqualTo(new java.net.Proxy(
                        java.net.Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128)));
    }

    @Test
    void sparesTheHostsThatNeedNoProxy() {
        assertThat(proxies("localhost|*.example").select(DATA))
                .isEqualTo(ProxySelector.getDefault().select(DATA));
    }

    @Test
    void leavesTheChoiceToTheJvmWithoutSettings() {
        var none = new MavenProxies(MavenRepositorySystemUtils.newSession());

        assertThat(none.select(DATA)).isEqualTo(ProxySelector.getDefault().select(DATA));
    }

    @Test
    void answersTheProxyAndNobodyElse() throws Exception {
        var authenticator = proxies("").authenticator();

        var answer = ask(authenticator, RequestorType.PROXY);
        assertThat(answer.getUserName()).isEqualTo("user");
        assertThat(answer.getPassword()).containsExactly('s', 'e', 'c', 'r', 'e', 't');
        assertThat(ask(authenticator, RequestorType.SERVER)).isNull();
    }

    @Test
    void answersNobodyWithoutAPassword() {
        assertThat(new MavenProxies(MavenRepositorySystemUtils.newSession()).authenticator())
                .isNull();
        assertThat(proxies("", null).authenticator()).isNull();
    }

    private static PasswordAuthentication ask(Authenticator authenticator, RequestorType who) throws Exception {
        return authenticator.requestPasswordAuthenticationInstance(
                "proxy.example", InetAddress.getLoopbackAddress(), 3128, "https", "", "basic", DATA.toURL(), who);
    }

    private static MavenProxies proxies(String nonProxyHosts) {
        return proxies(
                nonProxyHosts,
                new AuthenticationBuilder()
                        .addUsername("user")
                        .addPassword("secret")
                        .build());
    }

    private static MavenProxies proxies(String nonProxyHosts, Authentication authentication) {
        var selector = new DefaultProxySelector();
        selector.add(new Proxy(Proxy.TYPE_HTTP, "proxy.example", 3128, authentication), nonProxyHosts);
        var session = MavenRepositorySystemUtils.newSession();
        session.setProxySelector(selector);
        return new MavenProxies(session);
    }
}
