package io.teal.operate.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.operate.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseFilesTest {
    @TempDir
    Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve("releases").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "activeColor=blue\nversion=1\n");
    }

    @Test
    void theOnlyFileIsFoundFromAnyFolderOfTheProject() throws IOException {
        Path file = file("default/web.properties");
        file("default/remarks.txt");
        Path below = Files.createDirectories(folder.resolve("src/main"));
        assertThat(ReleaseFiles.near(below).only()).isEqualTo(file);
        assertThat(ReleaseFiles.near(below).scope(file)).isEmpty();
    }

    @Test
    void severalFilesAreRefusedWithTheirNames() throws IOException {
        for (String name : new String[] {"a/1", "a/2", "b/1", "b/2", "c/1"}) {
            file(name + ".properties");
        }
        assertThatThrownBy(() -> ReleaseFiles.near(folder).only())
                .isInstanceOf(RefusedException.class)
                .hasMessage("there are several release files: releases/a/1.properties, releases/a/2.properties,"
                        + " releases/b/1.properties, releases/b/2.properties and 1 more");
    }

    @Test
    void noFileIsRefused() {
        assertThatThrownBy(() -> new ReleaseFiles(folder).only())
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("no release file below ");
    }

    @Test
    void flagsOfOneOfSeveralServicesNameIt() throws IOException {
        Path orders = file("default/orders.properties");
        Path billing = file("prod/billing.properties");
        assertThat(ReleaseFiles.near(folder).scope(orders)).isEqualTo("orders.");
        assertThat(ReleaseFiles.near(folder).scope(billing)).isEqualTo("prod/billing.");
        assertThat(ReleaseFiles.near(folder).scope(folder.resolve("elsewhere.properties")))
                .isEmpty();
    }
}
