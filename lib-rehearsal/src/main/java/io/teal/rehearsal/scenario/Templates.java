package io.teal.rehearsal.scenario;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import java.io.IOException;

/** The templates of an app. */
public interface Templates {
    /** That of {@code flags}, as {@code activeColor=blue blueVersion=1.0.0}. */
    StackModel of(String flags) throws IOException, InterruptedException;
}
