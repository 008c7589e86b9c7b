package io.teal.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groovy.lang.GroovyShell;
import java.nio.file.Files;
import java.nio.file.Path;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.junit.jupiter.api.Test;

/** The Jenkinsfile that users copy is Groovy; its commands are run by {@code test/etc/test_pipelines.py}. */
class JenkinsfileTest {
    private static final Path FILE = Path.of("examples/pipelines/Jenkinsfile");

    @Test
    void itParses() throws Exception {
        String text = Files.readString(FILE);
        assertThatCode(() -> new GroovyShell().parse(text)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new GroovyShell().parse(text.substring(0, text.lastIndexOf('}'))))
                .isInstanceOf(MultipleCompilationErrorsException.class);
    }
}
