package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code teal init} says what it wrote and what comes next. */
class InitCommandTest {
    @TempDir
    Path folder;

    private final Line line = new Line();

    @Test
    void theFolderGivesTheNameAndTheNextCommandIsSaid() throws Exception {
        Path made = folder.resolve("orders");
        assertThat(line.teal("init", made.toString())).isZero();
        assertThat(line.taken())
                .contains(made + "/pom.xml\n")
                .endsWith("then: cd " + made + " && mvn verify && teal rehearse\n");
        assertThat(Files.readString(made.resolve("releases/default/orders.properties")))
                .contains("activeColor = blue");
    }

    @Test
    void aNameOfItsOwnGoesBeforeTheFolders() {
        assertThat(line.teal("init", folder.resolve("My Work").toString(), "--name", "orders"))
                .isZero();
        assertThat(folder.resolve("My Work/releases/default/orders.properties")).exists();
    }

    @Test
    void aFolderThatIsNotEmptyIsRefusedWithOneLineAndAHint() throws Exception {
        Files.createFile(folder.resolve("mine"));
        assertThat(line.teal("init", folder.toString(), "--name", "shop")).isEqualTo(2);
        assertThat(line.err())
                .isEqualTo("teal: " + folder + " is not an empty folder\n"
                        + "hint: name one that is, or is not there yet\n");
    }
}
