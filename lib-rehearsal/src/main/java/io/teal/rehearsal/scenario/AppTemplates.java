package io.teal.rehearsal.scenario;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.journey.CdkApp;
import io.teal.rehearsal.journey.CloudAssembly;
import io.teal.rehearsal.journey.ParameterSets;
import io.teal.rehearsal.journey.Synth;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.template.StackFile;
import io.teal.rehearsal.template.Template;
import io.teal.rehearsal.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The templates of the app of a {@code cdk.json}, each made once. */
public final class AppTemplates implements Templates {
    private final Synth synth;
    private final TemplateReader reader;
    private final List<String> stacks;
    private final String prefix;
    private final Map<String, StackModel> made = new HashMap<>();

    /**
     * Of the nearest {@code cdk.json}.
     *
     * @param processes holds the app while it runs
     * @param parameters values for the templates' parameters
     * @param stacks the stacks, for an app of several
     * @param service the service that the flags are for, for an app of several
     */
    public AppTemplates(
            ChildProcesses processes, Map<String, String> parameters, List<String> stacks, Optional<String> service) {
        this.synth = new Synth(CdkApp.find(Path.of("")), processes);
        this.reader = new TemplateReader(parameters);
        this.stacks = List.copyOf(stacks);
        this.prefix = service.map(name -> name + ".").orElse("");
    }

    @Override
    public StackModel of(String flags) throws IOException, InterruptedException {
        if (!made.containsKey(flags)) {
            Template template =
                    reader.read(CloudAssembly.read(synth.run(context(flags))).stacks(stacks).entrySet().stream()
                            .map(stack -> new StackFile(stack.getKey(), stack.getValue(), Map.of()))
                            .toList());
            ParameterSets.require(reader.parameters(), List.of(template.parameters()));
            made.put(flags, StackReader.read(template));
        }
        return made.get(flags);
    }

    private Map<String, String> context(String flags) {
        return Stream.of(flags.split(" "))
                .map(flag -> flag.split("=", 2))
                .collect(Collectors.toMap(flag -> prefix + flag[0], flag -> flag[1]));
    }
}
