package io.teal.release;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package of this module may use which. A row names those above it only, so there is no cycle. */
class PackagesTest {
    private static final String ROOT = "io.teal.release";
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final Map<String, List<String>> MAY_USE = table(
            List.of(""),
            List.of(".port"),
            List.of(".observation", "", ".port"),
            List.of(".journal", ".observation"),
            List.of(".step", "", ".observation", ".journal"),
            List.of(".steps", "", ".port", ".observation", ".journal", ".step"),
            List.of(".plan", "", ".port", ".observation", ".journal", ".step", ".steps"),
            List.of(".cutover", "", ".observation", ".step", ".plan"),
            List.of(".preflight", "", ".observation", ".step", ".plan"),
            List.of(".guard", "", ".observation"),
            List.of(".engine", ".observation", ".journal", ".step", ".plan"));

    @SafeVarargs
    private static Map<String, List<String>> table(List<String>... rows) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (List<String> row : rows) {
            List<String> names = row.stream().map(name -> ROOT + name).toList();
            table.put(names.get(0), names.subList(1, names.size()));
        }
        return table;
    }

    static Stream<String> packages() {
        return MAY_USE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesThoseOfItsRowOnly(String name) {
        List<String> allowed = new ArrayList<>(MAY_USE.get(name));
        allowed.add(name);
        noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .check(MODULE);
    }

    @Test
    void theTableHasEveryPackageAndNoCycle() {
        assertThat(MODULE.stream().map(JavaClass::getPackageName)).isSubsetOf(MAY_USE.keySet());
        List<String> above = new ArrayList<>();
        MAY_USE.forEach((name, uses) -> {
            assertThat(above).as(name).containsAll(uses);
            above.add(name);
        });
    }
}
