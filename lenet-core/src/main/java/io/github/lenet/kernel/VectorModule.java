package io.github.lenet.kernel;

/**
 * Where the JVM was started with {@code --add-modules jdk.incubator.vector}, as the worker is, the classes that use it.
 */
final class VectorModule {

    private static final boolean IS_THERE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private VectorModule() {}

    static boolean isThere() {
        return IS_THERE;
    }

    /** Makes one by its name, because it is compiled apart from all that needs no incubating module. */
    static <T> T instance(Class<T> type, String name) {
        // As `requires static` would, for which every application that requires this module is warned when it is
        // compiled.
        ModuleLayer.boot().findModule("jdk.incubator.vector").ifPresent(VectorModule.class.getModule()::addReads);
        try {
            return Class.forName(VectorModule.class.getPackageName() + "." + name)
                    .asSubclass(type)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name + " of lenet-core cannot be used", e);
        }
    }
}
