"""Trains two classifiers on scikit-learn's own digits and writes what they predict of the others."""

import csv

from sklearn.datasets import load_digits
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

images, labels = load_digits(return_X_y=True)
train, test = train_test_split(range(len(labels)), test_size=360, random_state=42, stratify=labels)

models = {
    "random-forest": RandomForestClassifier(n_estimators=200, random_state=42),
    "logistic-regression": LogisticRegression(max_iter=5000),
}
for name, model in models.items():
    model.fit(images[train], labels[train])
    with open(name + ".csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["id", "label"] + ["p_%s" % label for label in model.classes_])
        for index, probabilities in zip(test, model.predict_proba(images[test])):
            out.writerow([index, labels[index]] + ["%.6f" % p for p in probabilities])
