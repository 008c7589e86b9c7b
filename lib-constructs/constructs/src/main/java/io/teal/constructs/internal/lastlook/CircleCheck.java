package io.teal.constructs.internal.lastlook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No resource waits for itself, by whatever way: CloudFormation would refuse the template, at the deploy. */
final class CircleCheck implements TemplateCheck {
    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        List<String> circle = template.graph().cycle();
        if (circle.isEmpty()) {
            return Stream.of();
        }
        String way = circle.stream().skip(1).map(template::where).collect(Collectors.joining(", which waits for "));
        String first = template.where(circle.get(0));
        String what = circle.size() == 1 ? "waits for itself" : "waits for " + way + ", which waits for the first";
        return Stream.of(new Violation(
                first,
                what + ", and CloudFormation refuses a circle",
                "remove a dependency or a reference that was added to one of them"));
    }
}
