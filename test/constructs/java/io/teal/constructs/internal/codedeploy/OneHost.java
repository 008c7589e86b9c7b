package io.teal.constructs.internal.codedeploy;

import io.teal.constructs.SampleHosts;
import io.teal.constructs.Shell;
import io.teal.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A host in a folder, on which the very scripts run: commands that would leave it only note that they were called. */
final class OneHost {
    private final Path folder;

    OneHost(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("units"));
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("calls"), "");
        healthy();
        fake("systemctl", "echo \"systemctl $*\" >> calls");
        fake("aws", "[ ! -f no-artifact ] && echo \"aws $3\" >> calls && touch \"$4\"");
        fake("curl", "port=${@: -1}; port=${port##*:}; grep -q \"${port%%/*}\" healthy && echo 200 || echo 503");
        fake("sleep", ":");
    }

    private void fake(String name, String body) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/bash\ncd " + folder + "\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** From now on these ports answer 200, and no other. */
    void healthy(Integer... ports) throws IOException {
        Files.writeString(
                folder.resolve("healthy"),
                String.join("\n", Stream.of(ports).map(Object::toString).toList()));
    }

    void artifactsAreGone(boolean gone) throws IOException {
        Files.deleteIfExists(folder.resolve("no-artifact"));
        if (gone) {
            Files.writeString(folder.resolve("no-artifact"), "");
        }
    }

    Shell.Result install(Release release) throws IOException {
        return run(release, "install.sh");
    }

    Shell.Result validate(Release release) throws IOException {
        return run(release, "validate.sh");
    }

    /** Both hooks, as CodeDeploy runs them; the second only if the first succeeds. */
    Shell.Result deploy(Release release) throws IOException {
        Shell.Result installed = install(release);
        return installed.code() == 0 ? validate(release) : installed;
    }

    private Shell.Result run(Release release, String script) throws IOException {
        Path bundle = SampleHosts.bundle(release).write();
        Path file = bundle.resolve(script);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("home=/opt/teal", "home=" + folder.resolve("teal"))
                        .replace("units=/etc/systemd/system", "units=" + folder.resolve("units")));
        return Shell.run("PATH=" + folder.resolve("bin") + ":$PATH " + file);
    }

    /** What was called since the last time. */
    List<String> calls() throws IOException {
        List<String> calls = Files.readAllLines(folder.resolve("calls"));
        Files.writeString(folder.resolve("calls"), "");
        return calls.stream().filter(call -> !call.endsWith("daemon-reload")).toList();
    }

    String file(String name) throws IOException {
        return Files.readString(folder.resolve("teal").resolve(name));
    }
}
