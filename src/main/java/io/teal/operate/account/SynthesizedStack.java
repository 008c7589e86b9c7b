package io.teal.operate.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.operate.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A stack that the CDK has synthesized.
 *
 * @param shown its id in the CDK app: {@code prod/orders}
 * @param name its name in CloudFormation: {@code prod-orders}
 * @param template its template
 */
public record SynthesizedStack(String shown, String name, TemplateText template) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OUT = "cdk.out";
    private static final String MANIFEST = "manifest.json";

    /**
     * The only one with a service of Teal in the {@code cdk.out} of {@code folder} or of the nearest folder above it.
     *
     * @throws RefusedException if there is none, or more than one
     */
    public static SynthesizedStack near(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(OUT).resolve(MANIFEST))) {
                return in(at.resolve(OUT), Optional.empty());
            }
        }
        throw new RefusedException("no STACK is named, and there is no cdk.out here", "name it, or run cdk synth");
    }

    /**
     * The stack with the id or name {@code label}, or the only one with a service of Teal.
     *
     * @param assembly the folder that the CDK wrote
     * @throws RefusedException if there is none, or it is not clear which
     */
    public static SynthesizedStack in(Path assembly, Optional<String> label) {
        List<SynthesizedStack> all = new ArrayList<>();
        collect(assembly, all);
        List<SynthesizedStack> found = all.stream()
                .filter(stack -> label.isEmpty() || stack.called(label.get()))
                .filter(SynthesizedStack::hasService)
                .toList();
        if (found.isEmpty()) {
            throw new RefusedException(
                    "no stack " + label.map(name -> "called " + name + " ").orElse("")
                            + "with a service of Teal is in the app",
                    "name another one of " + names(all));
        }
        if (found.size() > 1) {
            throw new RefusedException("the app has several stacks: " + names(found), "name one");
        }
        return found.get(0);
    }

    private boolean hasService() {
        return !template.shifts().isEmpty() || !SingleFleet.of(template).isEmpty();
    }

    private boolean called(String label) {
        return label.equals(shown) || label.equals(name);
    }

    private static String names(List<SynthesizedStack> stacks) {
        return stacks.stream().map(SynthesizedStack::name).sorted().collect(Collectors.joining(", "));
    }

    private static void collect(Path folder, List<SynthesizedStack> into) {
        try {
            JsonNode manifest = JSON.readTree(folder.resolve(MANIFEST).toFile());
            for (var artifact : manifest.path("artifacts").properties()) {
                collect(folder, artifact.getKey(), artifact.getValue(), into);
            }
        } catch (IOException unreadable) {
            throw new RefusedException(
                    folder + " holds no output of cdk synth", "run cdk synth, or leave out --cdk-out to run the app");
        }
    }

    private static void collect(Path folder, String id, JsonNode artifact, List<SynthesizedStack> into)
            throws IOException {
        JsonNode properties = artifact.path("properties");
        String type = artifact.path("type").asText();
        if (type.equals("cdk:cloud-assembly")) {
            collect(folder.resolve(properties.path("directoryName").asText()), into);
        } else if (type.equals("aws:cloudformation:stack")) {
            Path file = folder.resolve(properties.path("templateFile").asText());
            into.add(new SynthesizedStack(
                    artifact.path("displayName").asText(id),
                    properties.path("stackName").asText(id),
                    TemplateText.parse(Files.readString(file), id)));
        }
    }
}
