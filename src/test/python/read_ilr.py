"""Reads returns and tables from Python as the manual shows it, and holds the counts against each other.

Usage: read_ilr.py JARS DATA_SAMPLES WAREHOUSE
JARS are the paths of openqar.jar, Delta's jars and aalto-xml, with commas between.
"""

import csv
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

jars, samples, warehouse = sys.argv[1:4]
returns = f"{samples}/returns/2425/R14"

spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.jars", jars)
    .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
    .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
    .config("spark.sql.catalog.ilr", "org.openqar.ilr.IlrCatalog")
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.databricks.delta.snapshotPartitions", "1")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")


def same(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: found {found}, expected {expected}")
    print(f"{what}: {found}")


# The ilr source, by format and in SQL by path.
learners = spark.read.format("ilr").load(returns)
deliveries = spark.sql(f"SELECT explode(learning_delivery) AS aim FROM ilr.`{returns}`")
files = spark.read.format("ilr").option("records", "file").load(returns)
counted = files.select(F.sum("file.learners"), F.sum("file.aims")).first()
same("learners of R14 2024/25 by format", learners.count(), counted[0])
same("learning deliveries in SQL by path", deliveries.count(), counted[1])
same("files with options in SQL", spark.sql(f"SELECT * FROM ilr.`{returns}` WITH (records = 'file')").count(), files.count())
same("programme aims exist", deliveries.where("aim.aim_type = '1'").count() > 0, True)

# The tables of a run.
aims = spark.read.format("delta").load(f"{warehouse}/qar_aim")
with open(f"{samples}/expected/qar_aim.csv", newline="", encoding="utf-8") as expected:
    rows = list(csv.DictReader(expected))
same("aims judged", aims.count(), len(rows))
same(
    "leavers of 2024/25",
    aims.where("qar_status = 'QAR Inclusion' AND hybrid_end_year = 2024").count(),
    sum(1 for row in rows if row["qar_status"] == "QAR Inclusion" and row["hybrid_end_year"] == "2024"),
)
accepted = spark.sql(f"SELECT sum(learners) FROM delta.`{warehouse}/return_file` WHERE status = 'accepted'").first()[0]
same("learners loaded", spark.read.format("delta").load(f"{warehouse}/returned_learner").count(), accepted)

# One consistent set: the versions that the newest run names.
run = spark.read.format("delta").load(f"{warehouse}/run").orderBy(F.desc("finished_at")).first()
version = {table["table"]: table["version"] for table in run["tables"]}["quartile_threshold"]
thresholds = spark.read.format("delta").option("versionAsOf", version).load(f"{warehouse}/quartile_threshold")
same("thresholds of the newest run exist", thresholds.count() > 0, True)

spark.stop()
print("read_ilr: all as expected")
