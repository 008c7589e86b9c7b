package io.teal.cli;

import io.teal.operate.init.Starter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teal init}: makes a project of a user's own. */
@Command(
        name = "init",
        description = {
            "Makes a project in an empty folder: a CDK app with one service, its test, a release file, a pipeline.",
            "Needs no AWS. The project needs Maven, Node.js, and Teal in the local repository or on Maven Central."
        })
final class InitCommand implements Callable<Integer> {
    @Option(names = "--name", description = "the service's name; default: the folder's")
    private Optional<String> name = Optional.empty();

    @Parameters(paramLabel = "DIR", description = "an empty folder, or one that is not there yet")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        Starter starter = new Starter(name.orElse(whole.getFileName().toString()));
        PrintWriter out = spec.commandLine().getOut();
        starter.write(folder).forEach(file -> out.println(folder.resolve(file)));
        out.println("then: cd " + folder + " && mvn verify && teal rehearse");
        return ExitCode.DONE.code();
    }
}
