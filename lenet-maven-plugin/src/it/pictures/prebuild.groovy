import io.github.lenet.fixtures.PicturesOfBars

PicturesOfBars.write(new File(basedir, 'bars').toPath())
true
