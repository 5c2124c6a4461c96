package io.github.lenet.maven.build;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.project.MavenProject;

/**
 * What goals note about a module for others that run later in the same build. Modules can use different versions of
 * this plugin, each with classes of its own, so that notes are nothing but text.
 */
public final class ModuleNotes {

    private ModuleNotes() {}

    /**
     * Finds the notes of a module.
     *
     * @param module the module
     * @param kind what they are about, the same word for all of a kind
     * @return the notes so far, to be read and written by any thread
     */
    @SuppressWarnings("unchecked")
    public static Map<String, String> of(MavenProject module, String kind) {
        var key = "io.github.lenet." + kind;
        synchronized (module) {
            if (module.getContextValue(key) == null) {
                module.setContextValue(key, new ConcurrentHashMap<String, String>());
            }
            return (Map<String, String>) module.getContextValue(key);
        }
    }
}
