package io.github.lenet.maven.artifact;

import java.util.regex.Pattern;

/**
 * Tells pre-releases from releases by the qualifiers that Maven's generic version order puts before a release.
 *
 * <p>As there, a qualifier stands alone or touches digits only, and {@code a}, {@code b} and {@code m} count only right
 * before a digit. See <a href="https://maven.apache.org/pom.html#Version_Order_Specification">the specification</a>.
 */
final class PreReleases {

    private static final Pattern QUALIFIER = Pattern.compile(
            "(?:[._-]|(?<=[0-9])|^)(?:alpha|beta|milestone|rc|cr|snapshot|[abm](?=[0-9]))(?=[._-]|[0-9]|$)",
            Pattern.CASE_INSENSITIVE);

    private PreReleases() {}

    /** Whether a version is a snapshot, an alpha, a beta, a milestone or a release candidate. */
    static boolean contain(String version) {
        return QUALIFIER.matcher(version).find();
    }
}
