package io.teal.constructs.internal.lastlook;

import java.util.stream.Stream;

/** One thing that a rendered template must keep, or a release could lose requests or lock its stack. */
public interface TemplateCheck {
    /** What in {@code template} breaks it. */
    Stream<Violation> violations(RenderedTemplate template);
}
