package org.openqar.simulate;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeFormatter;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an ILR file: its header, then each learner, then the end. */
final class ReturnFile implements Closeable {

  private static final int BUFFER = 1 << 16;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ReturnPlan plan;
  private final YearForm form;
  private final Path out;
  private final Path path;
  private final Writer writer;
  private final XmlText xml;
  private int learners;
  private int aims;
  private int files = 1;
  private long bytes;

  ReturnFile(ReturnPlan plan, Path out) throws IOException {
    this.plan = plan;
    this.out = out;
    form = YearForm.of(plan.year());
    Path folder = Files.createDirectories(out.resolve(plan.folder()));
    String xmlName = plan.stem() + plan.form().extension();
    path = folder.resolve(plan.form().zipped() ? plan.stem() + ".zip" : xmlName);
    OutputStream stream = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
    if (plan.form().zipped()) {
      stream = zipped(stream, xmlName);
    }
    writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    if (plan.form().byteOrderMark()) {
      writer.write(BYTE_ORDER_MARK);
    }
    xml = new XmlText(writer, plan.form().lineEnd());
    header();
  }

  private OutputStream zipped(OutputStream stream, String name) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(stream);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(plan.prepared());
    zip.putNextEntry(entry);
    return zip;
  }

  private void header() {
    xml.declaration();
    if (plan.form().comments()) {
      xml.comment("Invented data: no provider and no learner exists");
    }
    int ukprn = plan.provider().ukprn();
    xml.open("Message", " xmlns=\"%s\"".formatted(form.namespace()));
    xml.open("Header");
    xml.open("CollectionDetails");
    xml.value("Collection", "ILR");
    xml.value("Year", plan.code());
    xml.value("FilePreparationDate", plan.prepared().toLocalDate());
    xml.close("CollectionDetails");
    xml.open("Source");
    xml.value("ProtectiveMarking", "OFFICIAL-SENSITIVE-Personal");
    xml.value("UKPRN", ukprn);
    xml.value("SoftwareSupplier", "Invented Software Ltd");
    xml.value("SoftwarePackage", plan.form().software());
    xml.value("Release", "%d.2".formatted(plan.year() % 100));
    xml.value("SerialNo", "01");
    xml.value("DateTime", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(plan.prepared()));
    xml.close("Source");
    xml.close("Header");
    xml.open("LearningProvider");
    xml.value("UKPRN", ukprn);
    xml.close("LearningProvider");
  }

  /** Writes a learner, if the provider returns the learner at all. */
  void learner(Learner learner) {
    SimulatedRecord returned = SimulatedRecord.of(learner, plan);
    if (returned.isEmpty()) {
      return;
    }
    if (plan.form().comments() && learners % 50 == 0) {
      xml.comment("Learner " + (learners + 1));
    }
    LearnerXml.write(xml, form, returned);
    learners++;
    aims += returned.deliveries().size();
  }

  boolean hasDestinations() {
    return form.hasDestinations() && plan.provider().returnsDestinations();
  }

  /** Writes the destination of a learner who completed. Destinations follow all learners. */
  void destination(Learner learner) {
    SimulatedRecord returned = SimulatedRecord.of(learner, plan);
    if (!returned.isEmpty()) {
      DestinationXml.write(xml, returned);
    }
  }

  @Override
  public void close() throws IOException {
    xml.close("Message");
    writer.close();
    bytes = Files.size(path);
    if (plan.copied()) {
      Path copy = out.resolve(plan.yearFolder()).resolve(plan.stem(2) + plan.form().extension());
      Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
      files++;
      bytes += Files.size(copy);
    }
  }

  /** Returns what was written. Complete after closing. */
  Written written() {
    return new Written(files, (long) files * learners, (long) files * aims, bytes);
  }
}
