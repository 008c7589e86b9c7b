package io.teal.operate.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.operate.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code teal init} writes; that the project builds, tests and rehearses is shown by {@code etc/starter}. */
class StarterTest {
    private static final Path SOURCE = Path.of("examples", "starter");

    @TempDir
    Path folder;

    @Test
    void everyFileOfTheStarterIsWrittenAndNoOther() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> SOURCE.relativize(file).toString())
                            .filter(file -> !file.startsWith("target/")))
                    .containsExactlyInAnyOrderElementsOf(Starter.FILES);
        }
        assertThat(new Starter("shop").write(folder.resolve("new")))
                .contains(Path.of(".gitignore"), Path.of("pom.xml"))
                .allSatisfy(
                        file -> assertThat(folder.resolve("new").resolve(file)).exists());
    }

    @Test
    void anotherNameStandsInThePlaceOfShopAndJavaHasItWithoutHyphens() throws IOException {
        List<Path> written = new Starter("shop-api").write(folder);
        assertThat(written)
                .contains(
                        Path.of("releases/default/shop-api.properties"),
                        Path.of("src/main/java/com/example/shopapi/ShopapiApp.java"));
        String app = Files.readString(folder.resolve("src/main/java/com/example/shopapi/ShopapiApp.java"));
        assertThat(app)
                .contains("package com.example.shopapi;", "class ShopapiApp", "ReleaseContext.of(stack, \"shop-api\")");
        assertThat(Files.readString(folder.resolve("pom.xml"))).contains("<artifactId>shop-api</artifactId>");
        assertThat(folder.resolve("ci/synth")).isExecutable();
    }

    @Test
    void theAppAndItsTestCompileAgainstTheConstructs() throws IOException {
        new Starter("orders").write(folder);
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.resolve("out").toString(),
                        folder.resolve("src/main/java/com/example/orders/OrdersApp.java")
                                .toString(),
                        folder.resolve("src/test/java/com/example/orders/OrdersAppTest.java")
                                .toString());
        assertThat(errors).isZero();
    }

    @Test
    void theAppHasAtMostTwentyLinesOfCode() throws IOException {
        assertThat(Files.readAllLines(SOURCE.resolve("src/main/java/com/example/shop/ShopApp.java")))
                .filteredOn(line -> !line.isBlank() && !line.matches("(import|package) .*|\\s*/\\*\\*.*|\\s*}"))
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void itNamesTheVersionsOfThisBuild() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        String made = Files.readString(SOURCE.resolve("pom.xml"));
        assertThat(build).contains("<version>" + version(made, "teal-constructs") + "</version>");
        assertThat(build).contains("<cdk.version>" + version(made, "aws-cdk-lib") + "</cdk.version>");
    }

    @Test
    void aFolderWithSomethingInItIsRefused() throws IOException {
        Files.createFile(folder.resolve("mine"));
        assertThatThrownBy(() -> new Starter("shop").write(folder))
                .isInstanceOf(RefusedException.class)
                .hasMessageEndingWith(" is not an empty folder");
    }

    @Test
    void aNameThatNoServiceCanHaveIsRefused() {
        assertThatThrownBy(() -> new Starter("My Shop"))
                .isInstanceOf(RefusedException.class)
                .hasMessageEndingWith("got 'My Shop'");
    }

    private static String version(String pom, String artifact) {
        return pom.replaceAll("(?s).*<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)</version>.*", "$1");
    }
}
