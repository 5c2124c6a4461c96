package io.github.lenet.maven;

import java.io.File;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;

/** The local repository of this build, in which the tests of lenet-core have left Deeplearning4j. */
public final class Repositories {

    private static final File BUILD_REPOSITORY = new File(System.getProperty("lenet.test.localRepository"));

    private Repositories() {}

    /** An offline session on it. The simple type does not ask which remote repository a file once came from. */
    public static DefaultRepositorySystemSession sessionOfThisBuild(RepositorySystem system) {
        return session(system, new LocalRepository(BUILD_REPOSITORY, "simple")).setOffline(true);
    }

    /** The same files as a remote repository. */
    public static RemoteRepository remoteOfThisBuild() {
        return new RemoteRepository.Builder(
                        "central", "default", BUILD_REPOSITORY.toURI().toString())
                .build();
    }

    /** A session as Maven makes it, on some local repository. */
    public static DefaultRepositorySystemSession session(RepositorySystem system, LocalRepository localRepository) {
        var session = MavenRepositorySystemUtils.newSession();
        session.setLocalRepositoryManager(system.newLocalRepositoryManager(session, localRepository));
        session.setSystemProperties(System.getProperties());
        return session;
    }
}
