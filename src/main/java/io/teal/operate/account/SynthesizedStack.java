package io.teal.operate.account;

import io.teal.operate.RefusedException;
import io.teal.rehearsal.assembly.CloudAssembly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A stack that the CDK has synthesized.
 *
 * @param name its name in CloudFormation
 * @param template its template
 */
public record SynthesizedStack(String name, TemplateText template) {
    private static final String OUT = "cdk.out";

    /**
     * The only one with a service of Teal that was written in {@code folder}, or the nearest folder above it that has a
     * {@code cdk.out}.
     *
     * @throws RefusedException if there is none, or more than one
     */
    public static SynthesizedStack near(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(OUT).resolve("manifest.json"))) {
                return of(CloudAssembly.read(at.resolve(OUT)), Optional.empty());
            }
        }
        throw new RefusedException("no STACK is named, and there is no cdk.out here", "name it, or run cdk synth");
    }

    /**
     * The stack called {@code name}, in CloudFormation or as the CDK shows it, or the only one with a service of Teal.
     *
     * @throws RefusedException if there is none, or it is not clear which
     */
    public static SynthesizedStack of(CloudAssembly assembly, Optional<String> name) {
        List<SynthesizedStack> stacks = assembly.templates().entrySet().stream()
                .filter(stack -> name.isEmpty() || matches(stack.getKey(), name.get()))
                .map(SynthesizedStack::read)
                .filter(stack -> !stack.template().shifts().isEmpty())
                .toList();
        if (stacks.isEmpty()) {
            throw new RefusedException(
                    "no stack " + name.map(asked -> "called " + asked + " ").orElse("")
                            + "with a service of Teal is in the app",
                    "name another one of "
                            + String.join(", ", assembly.templates().keySet()));
        }
        if (stacks.size() > 1) {
            String names = stacks.stream().map(SynthesizedStack::name).collect(Collectors.joining(", "));
            throw new RefusedException("the app has several stacks: " + names, "name one");
        }
        return stacks.get(0);
    }

    private static boolean matches(String shown, String asked) {
        return shown.equals(asked)
                || shown.startsWith(asked + " (")
                || inCloudFormation(shown).equals(asked);
    }

    /** The CDK shows {@code prod/orders (prod-orders)}: CloudFormation's name is in the brackets. */
    static String inCloudFormation(String shown) {
        int open = shown.lastIndexOf('(');
        return open >= 0 && shown.endsWith(")") ? shown.substring(open + 1, shown.length() - 1) : shown;
    }

    private static SynthesizedStack read(Map.Entry<String, Path> stack) {
        try {
            String text = Files.readString(stack.getValue());
            return new SynthesizedStack(inCloudFormation(stack.getKey()), TemplateText.parse(text, stack.getKey()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
