package io.github.lenet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.fixtures.ArchitecturePage;
import io.github.lenet.io.AtomicFolder;
import io.github.lenet.io.Unfinished;
import io.github.lenet.model.Classifier;
import io.github.lenet.network.Layer;
import io.github.lenet.network.LayerVisitor;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls of the house: which package may know which, and what must not be seen from outside. */
@AnalyzeClasses(
        packages = "io.github.lenet",
        importOptions = {DoNotIncludeTests.class, StructureTest.NoFixtures.class})
class StructureTest {

    private static final String BASE = "io.github.lenet.";
    private static final Set<String> LAYERS =
            Stream.of(Layer.class.getPermittedSubclasses()).map(Class::getName).collect(Collectors.toSet());
    private static final String[] DEEPLEARNING4J = {"org.deeplearning4j..", "org.nd4j..", "org.bytedeco.."};

    /** Every room with the rooms that it may use directly; what those use, it may use as well. */
    private static final Map<String, Set<String>> ROOMS = new LinkedHashMap<>();

    static {
        ROOMS.put("text", Set.of());
        ROOMS.put("parameter", Set.of("text"));
        ROOMS.put("io", Set.of("text"));
        ROOMS.put("json", Set.of("io"));
        ROOMS.put("network", Set.of("parameter"));
        ROOMS.put("kernel", Set.of("network"));
        ROOMS.put("dataset", Set.of("json"));
        ROOMS.put("picture", Set.of("io"));
        ROOMS.put("recipe", Set.of("network", "json"));
        ROOMS.put("archive", Set.of("recipe", "kernel"));
        ROOMS.put("model", Set.of("archive", "picture"));
        ROOMS.put("cache", Set.of("archive", "dataset"));
        ROOMS.put("store", Set.of("cache", "picture"));
        ROOMS.put("answer", Set.of("model", "dataset"));
        ROOMS.put("evaluation", Set.of("answer"));
        ROOMS.put("prediction", Set.of("model", "dataset"));
        ROOMS.put("exploration", Set.of("dataset"));
        ROOMS.put("gate", Set.of("evaluation"));
        ROOMS.put("report", Set.of("gate", "exploration", "store"));
        ROOMS.put("training", Set.of("recipe", "kernel", "dataset"));
        ROOMS.put("search", Set.of("training"));
        ROOMS.put("page", Set.of("report", "search"));
        ROOMS.put("deeplearning4j", Set.of("training", "archive"));
        ROOMS.put("onnx", Set.of("answer"));
        ROOMS.put("onnxruntime", Set.of("onnx"));
        ROOMS.put("worker", Set.of("deeplearning4j", "onnxruntime", "report", "search"));
    }

    @ArchTest
    static void everyPackageIsAKnownRoom(JavaClasses classes) {
        var packages = classes.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages)
                .containsExactlyInAnyOrderElementsOf(
                        ROOMS.keySet().stream().map(BASE::concat).toList());
    }

    /** So that the compiler checks it. */
    @ArchTest
    static void everyRoomSaysWhereAValueMayBeNull(JavaClasses classes) {
        for (var room : ROOMS.keySet()) {
            assertThat(classes.getPackage(BASE + room).isAnnotatedWith(NullMarked.class))
                    .as("%s is @NullMarked", room)
                    .isTrue();
        }
    }

    @ArchTest
    static void thePageOfTheArchitectureShowsThisHouse(JavaClasses classes) throws IOException {
        assertThat(ArchitecturePage.arrows("lenet-core")).isEqualTo(ROOMS);
        assertThat(ArchitecturePage.rows("lenet-core")).containsExactlyElementsOf(ROOMS.keySet());
    }

    @ArchTest
    static void everyRoomUsesOnlyTheRoomsBelowIt(JavaClasses classes) {
        for (var room : ROOMS.keySet()) {
            var allowed =
                    reachable(room).stream().map(name -> BASE + name + "..").toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(BASE + room + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.github.lenet..").and(not(resideInAnyPackage(allowed))))
                    .check(classes);
        }
    }

    /** Where others may be able to write, everything goes through {@code CacheFolder}, which follows no link. */
    @ArchTest
    static final ArchRule nothingInTheCacheIsReachedPastItsFolders = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "cache..")
            .should()
            .callMethod(CacheDirectory.class, "path");

    /** What is measured, decided and written is the same for every source of answers. */
    @ArchTest
    static final ArchRule whatWorksOnAnswersDoesNotKnowWhereTheyComeFrom = noClasses()
            .that()
            .resideInAnyPackage(BASE + "answer..", BASE + "evaluation..", BASE + "gate..", BASE + "report..")
            .and()
            .doNotHaveSimpleName("ClassifierAnswers")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Classifier.class);

    /** One rule says what leaves the cache; elsewhere nothing is deleted but by its exact name. */
    @ArchTest
    static final ArchRule onlyTheCacheDeletesByAPattern = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "io..", BASE + "cache..")
            .should()
            .callMethodWhere(target(owner(assignableTo(Unfinished.class).or(assignableTo(AtomicFolder.class))))
                    .and(target(nameMatching("delete"))));

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theKernelUsesNothingButNetworksAndTheJdk = classes()
            .that()
            .resideInAPackage(BASE + "kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "jdk.incubator.vector..",
                    "org.jspecify.annotations..",
                    BASE + "kernel..",
                    BASE + "network..");

    /** So that a search can run many at a time, here and on other machines. */
    @ArchTest
    static final ArchRule aTrainingNeedsNoFileAndNoProcess = noClasses()
            .that()
            .resideInAPackage(BASE + "training..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "java.nio..", BASE + "io..", BASE + "json..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.(Process|ProcessBuilder|ProcessHandle|Runtime)");

    /** So that its result is the same however it is run. */
    @ArchTest
    static final ArchRule aSearchNeedsNoFileNoClockAndNoThread = noClasses()
            .that()
            .resideInAPackage(BASE + "search..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..", "java.net..", "java.nio..", "java.time..", "java.util.concurrent..", BASE + "io..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.(Process|ProcessBuilder|ProcessHandle|Runtime|System|Thread)");

    @ArchTest
    static final ArchRule onlyOneRoomKnowsDeeplearning4j = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "deeplearning4j..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DEEPLEARNING4J);

    @ArchTest
    static final ArchRule onlyOneRoomKnowsOnnxRuntime = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "onnxruntime..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule onlyOneRoomKnowsJackson = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule nothingKnowsMaven = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..");

    /** By way of {@code AtomicFile} or {@code FileOutput}, whose errors name the file. */
    @ArchTest
    static final ArchRule onlyOneRoomWritesFiles = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "io")
            .should()
            .callMethodWhere(target(owner(assignableTo(Files.class)))
                    .and(target(nameMatching("write|writeString|newOutputStream|newBufferedWriter"))));

    /**
     * Whoever must know the kind of a layer is a {@link LayerVisitor}: the compiler names it when there is a new one.
     */
    @ArchTest
    static final ArchRule nothingAsksForTheKindOfALayer = noClasses()
            .should(new ArchCondition<JavaClass>("ask for the kind of a layer") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    item.getInstanceofChecks().stream()
                            .filter(check -> LAYERS.contains(check.getRawType().getFullName()))
                            .forEach(check -> events.add(SimpleConditionEvent.satisfied(
                                    item, item.getName() + " in line " + check.getLineNumber())));
                }
            });

    /** Which the byte code of a pattern would also have, but ArchUnit does not tell. */
    @Test
    void nothingCastsALayer() throws IOException {
        var names = Stream.of(Layer.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.joining("|"));
        var cast = Pattern.compile("\\((" + names + ")\\) *\\w|\\b(" + names + ")\\.class\\b");
        try (var files = Files.walk(Path.of("src/main"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(cast);
            }
        }
    }

    @ArchTest
    static final ArchRule publicSignaturesHaveOnlyTypesOfTheJdkAndOurOwn =
            classes().that().arePublic().should(haveInTheirApiOnly("types of the JDK and our own", BASE));

    @ArchTest
    static final ArchRule whatTheModuleExportsHasOnlyTypesThatItExports = classes()
            .that()
            .resideInAnyPackage(exported())
            .and()
            .arePublic()
            .should(haveInTheirApiOnly("types of the JDK and of exported packages", exported()));

    private static Set<String> reachable(String room) {
        var found = new TreeSet<>(Set.of(room));
        ROOMS.get(room).forEach(lower -> found.addAll(reachable(lower)));
        return found;
    }

    private static String[] exported() {
        var place = URI.create(Classifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        return ModuleFinder.of(Path.of(place))
                .find("io.github.lenet.core")
                .orElseThrow()
                .descriptor()
                .exports()
                .stream()
                .map(Exports::source)
                .toArray(String[]::new);
    }

    private static ArchCondition<JavaClass> haveInTheirApiOnly(String what, String... packages) {
        return new ArchCondition<>("have only " + what + " in their API") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var member : type.getMembers()) {
                    if (isApi(member)) {
                        for (var foreign : foreignTypes(member, packages)) {
                            events.add(SimpleConditionEvent.violated(
                                    member, member.getFullName() + " has " + foreign.getName()));
                        }
                    }
                }
            }
        };
    }

    private static boolean isApi(JavaMember member) {
        var modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static List<JavaClass> foreignTypes(JavaMember member, String... packages) {
        var types = new ArrayList<JavaType>();
        if (member instanceof JavaCodeUnit method) {
            types.addAll(method.getParameterTypes());
            types.add(method.getReturnType());
            types.addAll(method.getExceptionTypes());
        } else {
            types.add(((JavaField) member).getType());
        }
        return types.stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .filter(type -> !type.isPrimitive() && !type.isArray())
                .filter(type -> !type.getPackageName().startsWith("java."))
                .filter(type -> Stream.of(packages).noneMatch(known -> (type.getPackageName() + ".").startsWith(known)))
                .toList();
    }

    /** Leaves out the fixtures, which are compiled among the tests but lie in a package that looks like a room. */
    static final class NoFixtures implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/fixtures/");
        }
    }
}
