package io.github.lenet.store;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/**
 * Puts the errors of a connection into words. The JDK's own messages name its classes, and quote what the server has
 * sent.
 */
final class NetworkProblem {

    private NetworkProblem() {}

    /**
     * Says why there is no answer.
     *
     * @param error what the JDK threw
     * @return a clause
     */
    static String describe(Exception error) {
        if (error instanceof HttpConnectTimeoutException) {
            return "no connection within " + Deadline.text(MirrorClient.CONNECT);
        }
        if (error instanceof ConnectException) {
            return isUnresolved(error) ? "the host is unknown here" : "cannot connect";
        }
        if (error instanceof SSLException) {
            return isUntrusted(error)
                    ? "this JDK does not trust the server's certificate (a trust store of your own:"
                            + " MAVEN_OPTS=-Djavax.net.ssl.trustStore=...)"
                    : "no secure connection comes about; perhaps the server speaks http only";
        }
        var message = String.valueOf(error.getMessage());
        if (message.contains("received no bytes") || message.contains("Connection reset") || message.contains("EOF")) {
            return "the server has closed the connection without an answer";
        }
        if (message.contains("No credentials") || message.contains("too many authentication")) {
            return "the server or the proxy wants another username and password";
        }
        return "the server's answer is none that can be understood";
    }

    private static boolean isUnresolved(Throwable error) {
        return error instanceof UnresolvedAddressException
                || (error.getCause() != null && isUnresolved(error.getCause()));
    }

    private static boolean isUntrusted(Throwable error) {
        return error instanceof GeneralSecurityException || (error.getCause() != null && isUntrusted(error.getCause()));
    }
}
