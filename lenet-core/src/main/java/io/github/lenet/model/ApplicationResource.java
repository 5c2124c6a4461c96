package io.github.lenet.model;

import static io.github.lenet.text.Formatting.format;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** A resource that comes with a class of an application, on the class path or in a module. */
final class ApplicationResource {

    private ApplicationResource() {}

    /**
     * Opens a resource.
     *
     * @param owner the class that it comes with
     * @param resource its name, as for {@link Class#getResource}
     * @return its bytes
     * @throws FileNotFoundException if there is none, or its module keeps it to itself; the message says which
     * @throws IOException if the module cannot be read
     */
    static InputStream open(Class<?> owner, String resource) throws IOException {
        var in = owner.getResourceAsStream(resource);
        if (in != null) {
            return in;
        }
        var path = resource.startsWith("/") ? resource.substring(1) : directory(owner) + resource;
        if (!isInModule(owner.getModule(), path)) {
            throw new FileNotFoundException("there is no resource " + resource + " beside " + owner.getName()
                    + ". Does lenet:train set <resourcePath>, and has it run before the jar was built?");
        }
        var packageName = path.substring(0, Math.max(0, path.lastIndexOf('/'))).replace('/', '.');
        throw new FileNotFoundException(format(
                "the module %s holds the resource %s, but does not open its package: write `opens %s;` into its"
                        + " module-info.java, or let the application read it: Classifier.read(%s.class.getResourceAsStream(\"%s\"))",
                owner.getModule().getName(), resource, packageName, owner.getSimpleName(), resource));
    }

    private static String directory(Class<?> owner) {
        return owner.getPackageName().isEmpty() ? "" : owner.getPackageName().replace('.', '/') + "/";
    }

    /** Looks behind the walls of a named module, which hide what lies in a package that it does not open. */
    private static boolean isInModule(Module module, String path) throws IOException {
        if (module.getLayer() == null) {
            return false;
        }
        var found = module.getLayer().configuration().findModule(module.getName());
        if (found.isEmpty()) {
            return false;
        }
        try (var reader = found.get().reference().open()) {
            return reader.find(path).isPresent();
        }
    }
}
