package io.teal.app;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * For {@code etc/cdk-versions}: every app at every release, synthesized by whatever aws-cdk-lib is on the class path.
 */
@EnabledIfEnvironmentVariable(named = "TEAL_EVERY_APP", matches = ".+", disabledReason = "etc/cdk-versions runs it")
class EveryAppTest {
    @Test
    void everyAppIsSynthesized() {
        Path out = Path.of(System.getenv("TEAL_EVERY_APP"));
        for (String name : Apps.BY_NAME.keySet()) {
            List<String> releases = Apps.flags(name);
            for (String flags : releases) {
                Path folder = out.resolve(name).resolve(Integer.toString(releases.indexOf(flags) + 1));
                Apps.build(name, flags, folder).synth();
            }
        }
    }
}
