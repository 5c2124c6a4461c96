def folder = new File('/usr/share/datasets/fashion-mnist')
if (!folder.directory) {
  println "fashion-mnist is skipped, because there is no $folder: apt-get install dataset-fashion-mnist"
}
return folder.directory
